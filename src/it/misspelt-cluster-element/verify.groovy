def ei = evaluate(new File(itTools))

ei.mistakes('cluster/loadBalancr: no such element. Did you mean \'loadBalancer\'?')
true

def ei = evaluate(new File(itTools))

ei.says('cluster/loadBalancr',
        'loadBalancer')
ei.madeNothing()
true

def ei = evaluate(new File(itTools))

ei.mistakes('cluster/nodes/node[1]/portOfset: no such element. Did you mean \'portOffset\'?')
true

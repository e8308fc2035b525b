def ei = evaluate(new File(itTools))

ei.says('cluster/nodes/node[1]/portOfset',
        'portOffset')
ei.madeNothing()
true

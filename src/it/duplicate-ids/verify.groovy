def ei = evaluate(new File(itTools))

ei.says('cluster/nodes/node[2]/id',
        '\'node1\'')
ei.madeNothing()
true

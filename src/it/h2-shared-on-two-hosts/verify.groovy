def ei = evaluate(new File(itTools))

ei.says('cluster/database',
        'H2')
ei.madeNothing()
true

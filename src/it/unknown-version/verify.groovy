def ei = evaluate(new File(itTools))

ei.says('7.1.0',
        '6.0.0',
        '6.6')
ei.madeNothing()
true

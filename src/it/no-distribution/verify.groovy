def ei = evaluate(new File(itTools))

ei.says('distribution')
ei.madeNothing()
true

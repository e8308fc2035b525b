def ei = evaluate(new File(itTools))

ei.says('not-a-distribution.zip',
        'bin/version.txt')
ei.madeNothing()
true

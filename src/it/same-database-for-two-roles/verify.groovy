def ei = evaluate(new File(itTools))

ei.says('cluster/database',
        'jdbc:oracle:thin:@//ora.example.org:1521/ei')
ei.madeNothing()
true

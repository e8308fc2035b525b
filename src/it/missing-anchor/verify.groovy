def ei = evaluate(new File(itTools))

ei.says('conf/user-mgt.xml',
        '/UserManager/Realm/Configuration',
        '6.6.0')
ei.madeNothing()
true

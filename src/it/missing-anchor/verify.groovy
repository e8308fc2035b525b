def ei = evaluate(new File(itTools))

ei.says('conf/axis2/axis2.xml',
        '/axisconfig/clustering',
        '6.6.0')
ei.madeNothing()

def ei = evaluate(new File(itTools))

ei.says('cluster/hostName',
        'cluster/nodes/node[1]/id',
        '\'Node_1\'',
        'cluster/nodes/node[1]/portOffset',
        '\'many\'',
        'cluster/nodes/node[2]/host',
        'cluster/database/type',
        '\'sybase\'',
        'cluster/admin/serverId',
        '\'nobody\'',
        'cluster/membership/scheme',
        '\'telepathy\'',
        'cluster/membership/port',
        '\'99999\'',
        'cluster/loadBalancer',
        '\'apache\'')
ei.madeNothing()
true

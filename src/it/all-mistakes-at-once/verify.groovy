def ei = evaluate(new File(itTools))

ei.mistakes('cluster/hostName: is missing. The nodes live on several hosts: give the name that clients use.',
        'cluster/nodes/node[1]/id: \'Node_1\' is no id of a node. Use lower-case letters, digits and hyphens, at most 31, the first no hyphen.',
        'cluster/nodes/node[1]/portOffset: \'many\' is not a whole number (0 to 65535). Write digits only.',
        'cluster/nodes/node[2]/host: is missing. The scheme wka needs it: give the address that other nodes use.',
        'cluster/database/type: \'sybase\' is not one of mysql, mariadb, postgresql, oracle, mssql, db2, h2. Write one of them.',
        'cluster/admin/serverId: \'nobody\' names no server of settings.xml. Add <server><id>nobody</id><username>..</username><password>..</password></server> to settings.xml.',
        'cluster/membership/scheme: \'telepathy\' is not one of wka, multicast, aws, kubernetes. Write one of them.',
        'cluster/membership/port: \'99999\' is not a port (1 to 65535). Choose one within the limits.',
        'cluster/loadBalancer: \'apache\' is not one of nginx, nginx-plus, haproxy, external. Write one of them.')
true

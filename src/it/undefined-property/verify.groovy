def ei = evaluate(new File(itTools))

ei.mistakes('cluster/nodes/node[2]/host: \'${host.of.node2}\' refers to the property host.of.node2, which is not set. ' +
        'Set it in <properties> or with -Dhost.of.node2=...')
true

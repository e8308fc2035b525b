def ei = evaluate(new File(itTools))

ei.mistakes('cluster/nodes/node[2]/host: \'127.0.0.1\' cannot be reached by node1 (192.168.57.11). Give the address that other nodes use.')
true

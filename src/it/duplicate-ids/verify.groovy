def ei = evaluate(new File(itTools))

ei.mistakes('cluster/nodes/node[2]/id: \'node1\' is the id of node[1] too. Give each node an id of its own.')
true

def ei = evaluate(new File(itTools))

def members = ['10.0.0.1:4100', '10.0.0.1:4101', '10.0.0.2:4100']
ei.isClustered('node1', 'it.domain', '10.0.0.1', 4100, members)
ei.isClustered('node2', 'it.domain', '10.0.0.1', 4101, members)
ei.isClustered('node3', 'it.domain', '10.0.0.2', 4100, members)
assert ['node1', 'node2', 'node3'].collect { node -> ei.carbon(node).Ports.Offset.text() } == ['0', '1', '0']
ei.expected()
true

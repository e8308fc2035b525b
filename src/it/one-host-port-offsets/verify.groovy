def ei = evaluate(new File(itTools))

def offsets = ['a', 'b', 'c'].collect { node -> ei.carbon(node).Ports.Offset.text() as int }
assert offsets[0] == 10
assert offsets.toSet().size() == 3
def ports = ['a', 'b', 'c'].collect { node -> ei.clustering(node, 'localMemberPort') }
assert ports[0] == '4100' && ports[1] == '4200' && ports.toSet().size() == 3
assert ei.members('a') == ports.collect { port -> '10.0.0.1:' + port }
ei.expected()
true

def ei = evaluate(new File(itTools))

ei.says('REGISTRY_DB: made 2 tables',
        'Cluster it.domain: 2 nodes are up, members 127.0.0.1:25500, 127.0.0.1:25501',
        'node1: http://127.0.0.1:23580, https://127.0.0.1:23543, console https://127.0.0.1:24743/carbon',
        'node1 has seen node2 leave',
        "color: 'sometimes' is none of auto, always, never. Write one of them.")
// Twice each, in this order.
['node1', 'node2'].eachWithIndex { node, index ->
    def up = ei.log() =~ /$node: up in \d+\.\d s, sees ${index + 1} of ${index + 1} members, HTTP 2358$index, /
    assert up.count == 2 : "$node was up $up.count times"
}
ei.nothingRuns()
true

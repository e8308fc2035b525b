def ei = evaluate(new File(itTools))

ei.says('Cluster it.domain: 3 nodes are up, members 127.0.0.1:26500, 127.0.0.1:26501, 127.0.0.1:26502',
        'They run on when this Maven ends; ei-cluster:stop stops them.',
        'No node of this cluster was started here.')
// Started once, restarted once; all see all after each restart, and at the end the third has left before the second.
(1..3).each { node ->
    assert (ei.log() =~ /node$node: up in \d+\.\d s, sees \d of \d members/).count == 2
    assert (ei.log() =~ /node$node: stopped in \d+\.\d s/).count == 2
    assert (ei.log() =~ /node$node: up in \d+\.\d s, sees 3 of 3 members/).find()
}
assert (ei.log() =~ /node1 has seen node2 leave/).count == 2
assert (ei.log() =~ /node3 has seen node1 leave/).count == 1
assert !(ei.log() =~ /\[WARNING\] node/)
ei.saysNot('killed, since')
ei.nothingRuns()
true

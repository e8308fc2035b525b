def ei = evaluate(new File(itTools))

def archive = { int run, String node ->
    // What run n has made is kept by run n + 1.
    new File(basedir, (run == 4 ? 'target' : "before-${run + 1}") + "/second-build-reuses-1.0.0-${node}.zip")
}
// A file that is not written again keeps its time.
def reused = { int run, String node ->
    def (before, after) = [archive(run - 1, node), archive(run, node)]
    boolean same = before.lastModified() == after.lastModified()
    assert same == Arrays.equals(before.bytes, after.bytes)
    same
}

assert reused(2, 'node1') && reused(2, 'node2')

// Only node2's offset changes.
assert reused(3, 'node1') && !reused(3, 'node2')
assert new String(ei.entries(archive(3, 'node2'))['conf/carbon.xml'], 'UTF-8').contains('<Offset>7</Offset>')

// Every node knows node2's host.
assert !reused(4, 'node1') && !reused(4, 'node2')
assert ei.members('node1') == ['10.0.0.1:4100', '10.0.0.9:4100']

assert ei.log().count('second-build-reuses-1.0.0-node1.zip is up to date') == 2
assert ei.log().count('second-build-reuses-1.0.0-node2.zip is up to date') == 1
true

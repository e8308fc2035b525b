def ei = evaluate(new File(itTools))
def output = new File(basedir, 'target/ei-cluster')

ei.says('node1: 10.0.0.1, offset 0, member port 4100', 'node2: 10.0.0.2, offset 0, member port 4100')
['node1', 'node2'].each { node ->
    assert new File(output, "nodes/$node/conf/axis2/axis2.xml").file
    assert !new File(output, "nodes/$node/bin").exists() : 'files that do not change are not written'
}
assert new File(output, 'RUNBOOK.md').getText('UTF-8').startsWith('# Runbook of the cluster wso2.ei.domain')
assert new File(output, 'hosts').getText('UTF-8') =~ /10\.0\.0\.9\s+db\.example\.org/
assert ei.archives() == []
true

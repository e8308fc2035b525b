def ei = evaluate(new File(itTools))

['node1', 'node2'].each { node ->
    assert ei.clustering(node, 'groupPassword') == 'group-secret'
    def diff = new File(basedir, "target/ei-cluster/diff/${node}.diff").getText('UTF-8')
    ['conf/axis2/axis2.xml', 'conf/carbon.xml', 'conf/datasources/master-datasources.xml', 'conf/registry.xml', 'conf/user-mgt.xml'].each {
        assert diff.contains("--- a/$it\n+++ b/$it\n") : "$it is not in the diff of $node"
    }
    assert diff.contains('+                    <password>***</password>\n')
    assert diff.contains('+        <parameter name="groupPassword">***</parameter>\n')
    assert diff.contains('+                <Password>***</Password>\n')
    assert diff.contains('+                    <username>regadmin</username>\n')
    ei.secrets().each { assert !diff.contains(it) : "The diff of $node shows a secret" }
    // The log shows the same diff.
    diff.readLines().findAll { it.startsWith('+') }.each { ei.says(it) }
}
ei.secrets().each { assert !ei.log().contains(it) : 'The log shows a secret' }
true

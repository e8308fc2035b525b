def ei = evaluate(new File(itTools))

['node1', 'node2'].each { node ->
    String diff = new File(basedir, "target/ei-cluster/diff/${node}.diff").getText('UTF-8')
    assert diff.contains('+++ b/conf/axis2/axis2.xml')
    assert diff.contains('+        <parameter name="groupPassword">***</parameter>')
    assert diff =~ /(?m)^\+\s*<password>\*\*\*<\/password>$/
    assert diff =~ /(?m)^\+\s*<Password>\*\*\*<\/Password>$/
    ['group-secret', 'users-secret', 'boss-secret'].each { assert !diff.contains(it) }
}
ei.says('+++ b/conf/axis2/axis2.xml', 'files differ from wso2ei-6.4.0')
ei.saysNot('group-secret', 'users-secret', 'boss-secret')
assert !ei.log().contains('\u001B[3')
assert !new File(basedir, 'target/ei-cluster/nodes').exists()
true

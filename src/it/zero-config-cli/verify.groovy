def ei = evaluate(new File(itTools))

assert ei.archives() == ['wso2ei-6.6.0-node1.zip', 'wso2ei-6.6.0-node2.zip']
def members = ei.members('node1')
assert members*.tokenize(':')*.last() == ['4100', '4101']
assert ei.members('node2') == members
assert ei.carbon('node1').Ports.Offset.text() == '0'
assert ei.carbon('node2').Ports.Offset.text() == '1'
def url = ei.url('node1', 'jdbc/WSO2RegistryDB')
assert url == 'jdbc:h2:~/.ei-cluster/wso2.ei.domain/REGISTRY_DB;AUTO_SERVER=TRUE;LOCK_TIMEOUT=60000'
assert ei.url('node2', 'jdbc/WSO2RegistryDB') == url
assert new File(basedir, 'target/ei-cluster/nodes/node1').directory
assert !new File(basedir, '${project.build.directory}').exists()
true

def ei = evaluate(new File(itTools))

assert ei.root(ei.archive('node1')) == 'wso2ei-6.6.0'
ei.isClustered('node1', 'it.domain', '10.0.0.1', 4100, ['10.0.0.1:4100', '10.0.0.2:4100'])
def home = new File(miniatures, 'homes/wso2ei-6.6.0')
def made = ei.entries('node2')
assert made['bin/version.txt'] == new File(home, 'bin/version.txt').bytes
assert new File(home, 'conf/axis2/axis2.xml').text.contains('wso2.carbon.domain')
true

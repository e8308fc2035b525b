def ei = evaluate(new File(itTools))

assert ei.archives() == ['guide-two-nodes-1.0.0-databases.zip', 'guide-two-nodes-1.0.0-load-balancer.zip', 'guide-two-nodes-1.0.0-node1.zip', 'guide-two-nodes-1.0.0-node2.zip', 'guide-two-nodes-1.0.0.zip']
def vhosts = ['conf.d/ei.http.conf', 'conf.d/ei.https.conf', 'conf.d/ui.ei.https.conf']
assert ei.names(new File(basedir, 'target/guide-two-nodes-1.0.0-load-balancer.zip')) == vhosts
assert ei.names(new File(basedir, 'target/guide-two-nodes-1.0.0.zip')).containsAll(vhosts.collect { "load-balancer/$it".toString() } + ['databases/mysql/01-create.sql', 'RUNBOOK.md', 'hosts'])
def members = ['192.168.57.11:4100', '192.168.57.12:4100']
['node1': '192.168.57.11', 'node2': '192.168.57.12'].each { node, host ->
    ei.isClustered(node, 'wso2.ei.domain', host, 4100, members)
    assert ei.root(ei.archive(node)) == 'wso2ei-6.6.0'
    assert ei.prefix(node, 'http') == 'http://ei.wso2.com:80'
    assert ei.prefix(node, 'https') == 'https://ei.wso2.com:443'
    assert ei.carbon(node).HostName*.text() == ['ei.wso2.com']
    assert ei.carbon(node).MgtHostName*.text() == ['ui.ei.wso2.com']
    assert ei.carbon(node).Ports.Offset.text() == '0'
    assert ei.connector(node, '9763', 'proxyPort') == '80'
    assert ei.connector(node, '9443', 'proxyPort') == '443'
    assert ei.userDatasource(node) == 'jdbc/WSO2UMDB'
    assert ei.url(node, 'jdbc/WSO2RegistryDB').startsWith('jdbc:mysql://carbondb.mysql-wso2.com:3306/REGISTRY_DB')
    assert ei.url(node, 'jdbc/WSO2UMDB').startsWith('jdbc:mysql://carbondb.mysql-wso2.com:3306/WSO2_USER_DB')
    assert ei.url(node, 'jdbc/WSO2CarbonDB').startsWith('jdbc:h2:')
    def registry = ei.registry(node)
    assert registry.currentDBConfig.text() == 'wso2registry'
    assert registry.dbConfig*.@name*.text() as Set == ['wso2registry', 'sharedregistry'] as Set
    assert registry.remoteInstance.size() == 1
    assert registry.remoteInstance.cacheId.text() == 'regadmin@' + ei.url(node, 'jdbc/WSO2RegistryDB')
    assert registry.mount.collectEntries { [(it.@path.text()): it.targetPath.text()] } ==
            ['/_system/config': '/_system/eiconfig', '/_system/governance': '/_system/governance']
    def password = ei.datasource(node, 'jdbc/WSO2RegistryDB').definition.configuration.password.text()
    assert password == 'reg&admin<1>'
    def pack = new File(miniatures, 'wso2ei-6.6.0.zip')
    ei.untouched(node, pack, 'wso2/broker/conf/carbon.xml', 'wso2/broker/conf/axis2/axis2.xml', 'bin/integrator.sh')
    assert ei.entries(node).keySet().containsAll(ei.entries(pack).keySet())
}
ei.says("cluster/loadBalancer/address: the address of 'ei.wso2.com' and 'ui.ei.wso2.com' is not stated, so that the file hosts has a comment in its place.")
ei.saysNot('reg&admin<1>')
ei.expected()
true

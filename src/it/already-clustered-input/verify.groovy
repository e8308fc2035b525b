def ei = evaluate(new File(itTools))

def members = ['10.0.0.1:4100', '10.0.0.2:4100']
['node1': '10.0.0.1', 'node2': '10.0.0.2'].each { node, host ->
    ei.isClustered(node, 'it.domain', host, 4100, members)
    assert ei.prefix(node, 'http') == 'http://ei.example.org:80'
    assert ei.prefix(node, 'https') == 'https://ei.example.org:443'
    assert ei.carbon(node).HostName*.text() == ['ei.example.org']
    assert ei.carbon(node).Ports.Offset.text() == '0'
    assert ei.connector(node, '9443', 'proxyPort') == '443'
    assert ei.registry(node).remoteInstance.size() == 1
    assert ei.registry(node).remoteInstance.id.text() == 'instanceid'
    assert ei.registry(node).mount.size() == 2
    assert ei.url(node, 'jdbc/WSO2RegistryDB').startsWith('jdbc:mysql://db.example.org:3306/REGISTRY_DB')
    ['an.older.domain', '10.9.9.', 'older.example.org'].each { old ->
        assert !ei.text(node, 'conf/axis2/axis2.xml').contains(old)
    }
}
ei.expected()
true

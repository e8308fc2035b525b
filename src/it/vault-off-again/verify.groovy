def ei = evaluate(new File(itTools))

// The run before had them in the vault.
ei.says('passwords in the secure vault, encrypted with repository/resources/security/ei-internal.jks; start-up password in')
['node1', 'node2'].each { node ->
    assert ei.datasource(node, 'jdbc/WSO2RegistryDB').definition.configuration.password.text() == 'reg&admin<1>'
    assert ei.carbon(node).Security.KeyStore.Password.text() == ei.passwords()['internal']
    ['conf/carbon.xml', 'conf/axis2/axis2.xml', 'conf/user-mgt.xml', 'conf/tomcat/catalina-server.xml'].each {
        assert !ei.text(node, it).contains('secretAlias')
    }
    ei.untouched(node, new File(miniatures, 'wso2ei-6.6.0.zip'),
            'conf/security/secret-conf.properties', 'conf/security/cipher-tool.properties')
}
assert !new File(basedir, 'target/ei-cluster/vault').exists()
true

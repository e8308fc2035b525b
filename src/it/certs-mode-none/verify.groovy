def ei = evaluate(new File(itTools))

['node1', 'node2'].each { node ->
    assert ei.carbon(node).Security.KeyStore.Location.text().endsWith('/wso2carbon.jks')
    ei.untouched(node, new File(miniatures, 'wso2ei-6.6.0.zip'), 'repository/resources/security/wso2carbon.jks',
            'repository/resources/security/client-truststore.jks', 'conf/identity/identity.xml')
    // The versions of TLS are no matter of keys.
    assert ei.text(node, 'conf/tomcat/catalina-server.xml').contains('protocols="+TLSv1.2"')
}
assert !new File(basedir, 'keys').exists()
assert !ei.certs('').exists()
assert new File(basedir, 'target/ei-cluster/RUNBOOK.md').text.contains('The key stores and trust stores are those of the distribution')
true

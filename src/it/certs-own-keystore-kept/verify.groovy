def ei = evaluate(new File(itTools))

def base = new File(miniatures, 'wso2ei-6.6.0.zip')
['node1', 'node2'].each { node ->
    ei.untouched(node, base, 'repository/resources/security/wso2carbon.jks', 'conf/identity/identity.xml')
    assert ei.carbon(node).Security.KeyStore.Location.text().endsWith('/wso2carbon.jks')
    assert ei.carbon(node).Security.InternalKeyStore.Location.text().endsWith('/wso2carbon.jks')
    assert !ei.security(node, 'ei-internal.jks').exists()
    assert !ei.security(node, 'ei-tls.jks').exists()
}
ei.says('repository/resources/security/wso2carbon.jks')
assert !new File(basedir, 'keys/internal.pem').exists()
// A load balancer has to trust the certificate that the nodes present.
assert ei.certificates(ei.certs('nodes.crt'))*.subjectX500Principal*.toString() ==
        ['CN=localhost, O=Miniature distribution of ei-cluster-maven-plugin']
true

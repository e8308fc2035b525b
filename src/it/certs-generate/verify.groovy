def ei = evaluate(new File(itTools))

// A build after mvn clean gives the same archives and the same files for the load balancer.
def names = ['certs-generate-1.0.0-databases.zip', 'certs-generate-1.0.0-load-balancer.zip', 'certs-generate-1.0.0-node1.zip', 'certs-generate-1.0.0-node2.zip', 'certs-generate-1.0.0.zip']
assert ei.archives() == names
names.each { assert Arrays.equals(new File(basedir, "before-2/$it").bytes, new File(basedir, "target/$it").bytes) : "$it differs" }
ei.same(ei.tree(new File(basedir, 'target/ei-cluster/certs')), ei.tree(new File(basedir, 'before-2/certs')))

// Nothing of the integrator's configuration uses the published key or its password.
def security = 'repository/resources/security/'
def passwords = ei.passwords()
assert passwords.keySet().containsAll(['internal', 'node'])
['node1', 'node2'].each { node ->
    ['KeyStore', 'InternalKeyStore'].each {
        def store = ei.carbon(node).Security."$it"
        assert store.Location.text() == '${carbon.home}/' + security + 'ei-internal.jks'
        assert store.KeyAlias.text() == 'ei-internal'
        assert [store.Password.text(), store.KeyPassword.text()] == [passwords.internal] * 2
    }
    def axis2 = ei.axis2(node)
    def stores = [axis2.transportReceiver, axis2.transportSender].collect { transports ->
        transports.find { it.@name == 'https' }.parameter.find { it.@name == 'keystore' }.KeyStore
    }
    stores.each {
        assert it.Location.text() == security + 'ei-tls.jks'
        assert [it.Password.text(), it.KeyPassword.text()] == [passwords.node] * 2
    }
    def certificate = ei.xml(node, 'conf/tomcat/catalina-server.xml').'**'.find { it.name() == 'Certificate' }
    assert certificate.@certificateKeystoreFile == '${carbon.home}/' + security + 'ei-tls.jks'
    assert certificate.@certificateKeystorePassword == passwords.node
    def cipherTool = new Properties()
    cipherTool.load(new StringReader(ei.text(node, 'conf/cipher-standalone-config.properties')))
    assert cipherTool['primary.key.location'] == security + 'ei-internal.jks'
    assert cipherTool['primary.key.alias'] == 'ei-internal'
    // The stores open with what the files say, and are the same on all nodes.
    assert ei.holds(ei.security(node, 'ei-internal.jks')) == ['JKS', 'ei-internal: key, CN=it.domain internal key, names [], chain of 1']
    assert ei.holds(ei.security(node, 'ei-tls.jks'))[1].startsWith(
            'ei-tls: key, CN=ei.example.org, names [ei.example.org, ui.ei.example.org, 10.0.0.1, 10.0.0.2, localhost')
    assert ei.holds(ei.security(node, 'client-truststore.jks')).contains(
            'lb-ei.example.org: trusted, CN=it.domain CA, names [], chain of 1')
    ['ei-internal.jks', 'ei-tls.jks', 'client-truststore.jks'].each {
        assert Arrays.equals(ei.entries(node)[security + it], ei.security('node1', it).bytes)
        assert ei.mode(ei.security(node, it)) == 'rw-------'
    }
}

// The load balancer's certificate is signed by the authority that clients get.
def authority = ei.certificates(ei.certs('ca.crt'))[0]
def server = ei.certificates(ei.certs('server.crt'))
assert server.size() == 1
server[0].verify(authority.publicKey)
assert server[0].subjectAlternativeNames.collect { it[1] } == ['ei.example.org', 'ui.ei.example.org']
assert ei.certificates(ei.certs('nodes.crt')) == [authority]
assert ei.mode(ei.certs('server.key')) == 'rw-------'
assert ei.certs('server.key').text.startsWith('-----BEGIN PRIVATE KEY-----')
assert ei.certs('server.csr').text.startsWith('-----BEGIN CERTIFICATE REQUEST-----')

// The bundle has what is public.
def bundled = ei.names(new File(basedir, 'target/certs-generate-1.0.0.zip'))
assert bundled.findAll { !(it =~ '^(load-balancer|databases)/') } == ['RUNBOOK.md', 'certs/ca.crt', 'certs/nodes.crt', 'certs/server.crt', 'certs/server.csr', 'hosts']

// The keys are readable by their owner only, and the log tells where they are but no password.
assert ei.mode(new File(basedir, 'keys')) == 'rwx------'
assert ei.mode(new File(basedir, 'keys/passwords.properties')) == 'rw-------'
assert new File(basedir, 'keys').list().toList().containsAll(['ca.pem', 'internal.pem', 'load-balancer.pem', 'node.pem'])
ei.says('<internalKeyFingerprint>' + ei.fingerprint(
        ei.certificates(new File(basedir, 'keys/internal.pem'))[0].publicKey.encoded) + '</internalKeyFingerprint>')
def runbook = new File(basedir, 'target/ei-cluster/RUNBOOK.md').text
assert runbook.contains('| `server.key` | the load balancer')
passwords.values().each { assert !ei.log().contains(it) && !runbook.contains(it) }
true

import java.security.KeyStore
import java.security.cert.CertificateFactory

def ei = evaluate(new File(itTools))

def certificates = { File file ->
    file.withInputStream { CertificateFactory.getInstance('X.509').generateCertificates(it) as List }
}
def given = { certificates(new File(basedir, "src/main/certs/${it}.crt"))[0] }
File certs = new File(basedir, 'target/ei-cluster/certs')

// The load balancer sends its certificate and the one in between; whoever trusts the root has the root.
assert certificates(new File(certs, 'server.crt')) == [given('ei.example.com'), given('issuing-ca')]
def lines = { it.text.readLines().findAll { !it.startsWith('-----') }.join() }
assert lines(new File(certs, 'server.key')) == lines(new File(basedir.parentFile, 'keys/ei.example.com.key'))
assert certs.list().sort() == ['ca.crt', 'nodes.crt', 'server.crt', 'server.key']

// The nodes are behind it with generated keys, and trust both authorities.
def authority = certificates(new File(certs, 'ca.crt'))[0]
assert certificates(new File(certs, 'nodes.crt')) == [authority]
['node1', 'node2'].each { node ->
    def carbon = ei.carbon(node)
    assert carbon.Security.InternalKeyStore.Location.text().endsWith('/ei-internal.jks')
    def password = carbon.Security.TrustStore.Password.text().toCharArray()
    KeyStore trusted = KeyStore.getInstance('JKS')
    trusted.load(new ByteArrayInputStream(ei.entries(node)['repository/resources/security/client-truststore.jks']), password)
    assert trusted.getCertificate('lb-ei.example.com') == given('issuing-ca')
    assert trusted.getCertificate('ca-ei.example.com') == authority
    assert trusted.getCertificate('trusted-root-ca') == given('root-ca')
}
ei.says('load balancer: CN=ei.example.com', 'provided')

// Nobody who reads the bundle or the log gets a key.
def bundled = ei.names(new File(basedir, 'target/certs-provided-balancer-1.0.0.zip'))
assert bundled.findAll { !(it =~ '^(load-balancer|databases)/') } == ['RUNBOOK.md', 'certs/ca.crt', 'certs/nodes.crt', 'certs/server.crt', 'hosts']
ei.saysNot('PRIVATE KEY')

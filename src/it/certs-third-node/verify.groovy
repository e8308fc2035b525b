def ei = evaluate(new File(itTools))

def key = { String folder, String name -> ei.certificates(new File(basedir, "$folder/${name}.pem"))[0] }

// The key that encrypts shared data is the same in both builds, certificate and all, and on all nodes.
assert key('before-2/keys', 'internal') == key('keys', 'internal')
def internal = ei.keystore(ei.security('node1', 'ei-internal.jks')).getCertificate('ei-internal')
assert internal == key('keys', 'internal')
['node2', 'node3'].each {
    assert Arrays.equals(ei.security(it, 'ei-internal.jks').bytes, ei.security('node1', 'ei-internal.jks').bytes)
}

// The TLS certificate is issued anew for three hosts, on the same key.
assert key('before-2/keys', 'node') != key('keys', 'node')
assert key('before-2/keys', 'node').publicKey == key('keys', 'node').publicKey
assert !key('before-2/keys', 'node').subjectAlternativeNames.any { it[1] == '10.0.0.3' }
assert key('keys', 'node').subjectAlternativeNames.any { it[1] == '10.0.0.3' }
assert ei.keystore(ei.security('node3', 'ei-tls.jks')).getCertificate('ei-tls') == key('keys', 'node')
assert ei.archives().size() == 5
true

def ei = evaluate(new File(itTools))

def key = { String folder, String name -> ei.certificates(new File(basedir, "$folder/${name}.pem"))[0] }
// What run n has made is kept by run n + 1.
def (first, second, third) = ['before-2/keys', 'before-3/keys', 'keys']

['ca', 'internal', 'load-balancer', 'node'].each { name ->
    assert key(first, name).publicKey != key(second, name).publicKey
    // Once is enough: neither configure nor the next build makes another one.
    assert key(second, name) == key(third, name)
    // The old key is kept beside the new one.
    def digits = ei.fingerprint(key(first, name).publicKey.encoded).replace(':', '').toLowerCase().take(16)
    assert key(third, "$name-$digits") == key(first, name)
    assert new File(basedir, third).list().findAll { it.startsWith(name) }.size() == 2
}
['node1', 'node2'].each {
    def archive = "certs-new-key-1.0.0-${it}.zip"
    assert !Arrays.equals(new File(basedir, "before-2/$archive").bytes, new File(basedir, "before-3/$archive").bytes)
    assert Arrays.equals(new File(basedir, "before-3/$archive").bytes, new File(basedir, "target/$archive").bytes)
}
ei.says('the internal key is replaced. What the old one has encrypted becomes unreadable: secure vault entries of node1, node2')
assert ei.log().count('since -Dei-cluster.certs.newKey asks for it') == 4
true

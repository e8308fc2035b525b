def ei = evaluate(new File(itTools))

def sums = { String build ->
    new File(basedir, "target/$build").listFiles().findAll { it.file && !it.name.startsWith('.') }.collectEntries {
        [(it.name): java.security.MessageDigest.getInstance('SHA-256').digest(it.bytes).encodeHex().toString()]
    }
}
assert sums('one').keySet() == ['databases.zip', 'load-balancer.zip', 'node1.zip', 'node1.tar.gz', 'node2.zip', 'node2.tar.gz'].collect { 'reproducible-1.0.0-' + it } as Set << 'reproducible-1.0.0.zip'
assert sums('two') == sums('one')
true

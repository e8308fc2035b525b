def ei = evaluate(new File(itTools))

def made = ei.tree(new File(basedir, 'target/ei-cluster')).keySet()
assert made.findAll { !it.startsWith('.state/') }.sort() == ['certs/ca.crt', 'certs/nodes.crt'] +
        ['node1', 'node2'].collectMany { node ->
            ['client-truststore', 'ei-internal', 'ei-tls'].collect { "nodes/$node/repository/resources/security/${it}.jks".toString() }
        }
assert ei.holds(ei.security('node1', 'ei-internal.jks'))[1] == 'ei-internal: key, CN=wso2.ei.domain internal key, names [], chain of 1'
assert new File(basedir, 'keys/internal.pem').file
true

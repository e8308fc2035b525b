def ei = evaluate(new File(itTools))

// Bound by itself in a pom project: the files, their archive as an artifact, and nothing else.
def name = 'load-balancer-haproxy-1.0.0-prod-load-balancer.zip'
assert ei.archives() == [name]
assert new File(basedir, 'target/ei-cluster').list() == ['load-balancer'] as String[]
def deployed = new File(basedir, "target/repository/io/github/eicluster/it/load-balancer-haproxy/1.0.0/$name")
assert ei.names(deployed) == ['haproxy.cfg']
def file = new File(basedir, 'target/ei-cluster/load-balancer/haproxy.cfg')
assert file.readLines()*.trim().findAll { it.startsWith('server ') }*.tokenize()*.getAt(2) ==
        ['10.0.0.1:8280', '10.0.0.1:8281', '10.0.0.2:8280', '10.0.0.1:9443', '10.0.0.1:9444', '10.0.0.2:9443']
assert file.text.count(' backup') == 2
// Whether HAProxy itself takes it is what the unit tests ask it.
true

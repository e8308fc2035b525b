def ei = evaluate(new File(itTools))

assert ei.members('test-node1') == ['10.1.0.1:4100', '10.1.0.2:4100']
assert ei.archives().findAll { it.contains('-prod-node') }.size() == 3
assert ei.archives().findAll { it.contains('-test-node') }.size() == 2
assert ei.members('prod-node3') == ['10.2.0.1:4100', '10.2.0.2:4100', '10.2.0.3:4100']
assert ei.members('dev-node1') == ['10.0.0.1:4100']
assert ei.url('prod-node1', 'jdbc/WSO2RegistryDB').startsWith('jdbc:mysql://prod-db.example.org')
true

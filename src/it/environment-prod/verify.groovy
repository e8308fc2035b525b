def ei = evaluate(new File(itTools))

assert ei.archives() == ['environment-prod-1.0.0-prod-databases.zip', 'environment-prod-1.0.0-prod-node1.zip', 'environment-prod-1.0.0-prod-node2.zip', 'environment-prod-1.0.0.zip']
def folder = new File(basedir, 'target/repository/io/github/eicluster/it/environment-prod/1.0.0')
assert folder.list().findAll { it.endsWith('.zip') }.sort() == ei.archives()
def runbook = new File(basedir, 'target/ei-cluster/RUNBOOK.md').readLines('UTF-8')
assert runbook[0] == '# Runbook of the cluster it.domain (prod)'
assert runbook.any { it.contains('environment-prod-1.0.0-prod-node1.zip') }
ei.isClustered('prod-node1', 'it.domain', '10.0.0.1', 4100, ['10.0.0.1:4100', '10.0.0.2:4100'])
true

def ei = evaluate(new File(itTools))

assert ei.archives() == ['pom-packaging-1.0.0-bundle.zip', 'pom-packaging-1.0.0-databases.zip', 'pom-packaging-1.0.0-node1.zip', 'pom-packaging-1.0.0-node2.zip']
def folder = new File(basedir, 'target/repository/io/github/eicluster/it/pom-packaging/1.0.0')
assert folder.list().findAll { it.endsWith('.zip') }.sort() == ['pom-packaging-1.0.0-bundle.zip', 'pom-packaging-1.0.0-databases.zip']
assert new File(folder, 'pom-packaging-1.0.0.pom').isFile()
assert ei.entries(new File(folder, 'pom-packaging-1.0.0-bundle.zip')).keySet().containsAll(['RUNBOOK.md', 'hosts'])
true

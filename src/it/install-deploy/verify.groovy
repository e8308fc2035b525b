def ei = evaluate(new File(itTools))

def folder = new File(basedir, 'target/repository/io/github/eicluster/it/install-deploy/1.0.0')
assert folder.list().findAll { it.endsWith('.zip') }.sort() == ['install-deploy-1.0.0-databases.zip', 'install-deploy-1.0.0.zip']
assert new File(folder, 'install-deploy-1.0.0.pom').isFile()
ei.entries(new File(folder, 'install-deploy-1.0.0.zip')).each { path, bytes ->
    assert !new String(bytes, 'ISO-8859-1').contains('reg&admin') : "$path holds a secret"
}
true

def ei = evaluate(new File(itTools))

def folder = new File(basedir, 'target/repository/io/github/eicluster/it/install-deploy-attach/1.0.0')
assert folder.list().findAll { it.endsWith('.zip') }.sort() == ['install-deploy-attach-1.0.0-databases.zip', 'install-deploy-attach-1.0.0-node1.zip',
    'install-deploy-attach-1.0.0-node2.zip', 'install-deploy-attach-1.0.0.zip']
['node1', 'node2'].each {
    ei.says("$it: the attached archive holds 15 secrets in clear text; whoever can read the repository can read them.")
}
true

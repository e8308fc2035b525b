def ei = evaluate(new File(itTools))

def target = new File(basedir, 'target')
// Maven 4 keeps POMs for its own use.
assert target.list().findAll { !it.startsWith('.') }.sort() - 'project-local-repo' == ['SHA256SUMS', 'ei-cluster', 'formats-tar-directory-1.0.0-databases.zip',
    'formats-tar-directory-1.0.0-node1.tar.gz', 'formats-tar-directory-1.0.0-node2.tar.gz', 'formats-tar-directory-1.0.0.zip']
def sums = new File(target, 'SHA256SUMS').readLines().collectEntries { it.split('  ').toList().reverse() }
assert sums.keySet() == target.list().findAll { it.endsWith('.gz') || it.endsWith('.zip') }.toSet()
sums.each { name, sum -> assert new File(target, name).bytes.digest('SHA-256') == sum }
def pack = ei.entries(new File(miniatures, 'wso2ei-6.4.0.zip'))
['node1', 'node2'].each { node ->
    def wanted = pack + ei.tree(new File(target, "ei-cluster/nodes/$node"))
    def tar = ei.tar(new File(target, "formats-tar-directory-1.0.0-${node}.tar.gz"))
    def home = new File(target, "ei-cluster/homes/$node/wso2ei-6.4.0")
    assert tar*.key.every { it.startsWith('wso2ei-6.4.0/') }
    // The database driver is an artifact, which nobody stages.
    def driver = tar.keySet().find { it.contains('mysql-connector') }
    wanted[driver - 'wso2ei-6.4.0/'] = tar[driver].bytes
    ei.same(tar.collectEntries { name, entry -> [(name - 'wso2ei-6.4.0/'): entry.bytes] }, wanted)
    ei.same(ei.tree(home), wanted)
    assert tar['wso2ei-6.4.0/bin/integrator.sh'].mode == 0755
    assert tar['wso2ei-6.4.0/conf/carbon.xml'].mode == 0644
    assert new File(home, 'bin/integrator.sh').canExecute()
    assert !new File(home, 'conf/carbon.xml').canExecute()
}
true

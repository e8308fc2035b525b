def ei = evaluate(new File(itTools))

def apps = 'repository/deployment/server/carbonapps/'
def base = ei.entries(new File(basedir, 'packs/wso2ei-6.6.0.zip')).keySet()
['node1', 'node2'].each { node ->
    def files = ei.entries(node)
    assert files.keySet() - base - ei.stagedFiles(node) == [apps + 'orders-1.2.0.car', 'dropins/prices-bundle-1.0.0.jar',
            'lib/mediators-2.0.0.jar', 'lib/mysql-connector-j-8.4.0.jar'] as Set
    assert base - files.keySet() == ['lib/mediators-1.9.0.jar', apps + 'orders_1.0.0.car'] as Set
    assert files['lib/mysql-connector-j-8.4.0.jar'] ==
            new File(localRepositoryPath, 'com/mysql/mysql-connector-j/8.4.0/mysql-connector-j-8.4.0.jar').bytes
}
ei.says("every node: ${apps}orders-1.2.0.car from com.example.shop:orders:car:1.2.0",
        'every node: lib/mysql-connector-j-8.4.0.jar from com.mysql:mysql-connector-j:jar:8.4.0',
        'every node: lib/mediators-1.9.0.jar of the distribution is left out, lib/mediators-2.0.0.jar replaces it',
        "node2: 'com.example.shop:orders:car:1.2.0' holds tasks (nightly), which the server keeps in the registry")

// Nothing of it is copied into the staging tree.
assert !ei.stagedFiles('node1').any { it.endsWith('.jar') || it.endsWith('.car') }
def diff = new File(basedir, 'target/ei-cluster/diff/node1.diff').text
assert diff.contains('Binary file a/lib/mediators-1.9.0.jar is removed\nBinary file b/lib/mediators-2.0.0.jar is added\n')
def runbook = new File(basedir, 'target/ei-cluster/RUNBOOK.md').text
assert runbook.contains('| `lib/mediators-1.9.0.jar` | `lib/mediators-2.0.0.jar` | all |')
assert runbook.contains('| `dropins/prices-bundle-1.0.0.jar` | `com.example.shop:prices-bundle:jar:1.0.0` | all |')

// The second run finds everything as it was.
assert ei.log().count('libraries-car-dropins-1.0.0-node1.zip is up to date') == 1
true

import java.util.zip.ZipFile

def ei = evaluate(new File(itTools))

// The module stands behind the cluster in the POM, and Maven builds it first all the same.
ei.says("'io.github.eicluster.it:mediators:jar:1.0.0' is a module of this build that is not packaged yet: it is left out" +
        ' here, and mvn package packs it.',
        'every node: lib/mediators-1.0.0.jar from io.github.eicluster.it:mediators:jar:1.0.0')
['node1', 'node2'].each { node ->
    def files = ei.entries(new File(basedir, "cluster/target/cluster-1.0.0-${node}.zip"))
    assert files['lib/mediators-1.0.0.jar'] == new File(basedir, 'mediators/target/mediators-1.0.0.jar').bytes
}
new ZipFile(new File(basedir, 'mediators/target/mediators-1.0.0.jar')).withCloseable { assert it.getEntry('prices.properties') }
true

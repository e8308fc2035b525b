def ei = evaluate(new File(itTools))
def folder = new File(basedir, 'target/ei-cluster/services')
def text = { new File(folder, it).getText('UTF-8') }
def names = ['deployment-sync.filter', 'ei-deployment-sync-node2.service', 'ei-deployment-sync-node2.sh',
        'ei-deployment-sync-node2.timer', 'wso2ei-node1.service', 'wso2ei-node2.service']

assert folder.list().toList().sort() == names
ei.says('none for node3 (Windows)')

['node1', 'node2'].each {
    assert text("wso2ei-${it}.service").contains("ExecStart=/bin/sh /opt/wso2/$it/wso2ei-6.6.0/bin/integrator.sh\n")
    assert text("wso2ei-${it}.service").contains('Environment="JAVA_HOME=/usr/lib/jvm/java-8-openjdk"')
}
assert text('wso2ei-node1.service').contains('Environment="JVM_MEM_OPTS=-Xms2g -Xmx2g"\nEnvironment="JAVA_OPTS="\n')
assert text('wso2ei-node2.service').contains('Environment="JVM_MEM_OPTS=-Xms1g -Xmx4g"\n' +
        'Environment="JAVA_OPTS=-XX:+UseG1GC -Dhttp.proxyHost=proxy.example.org"\n')
assert text('ei-deployment-sync-node2.sh').contains("FROM='wso2@10.0.0.1:/opt/wso2/node1/wso2ei-6.6.0/repository'")
assert text('ei-deployment-sync-node2.timer').contains('OnUnitInactiveSec=60\n')

def runbook = new File(basedir, 'target/ei-cluster/RUNBOOK.md').getText('UTF-8')
assert runbook.contains('`sudo systemctl start wso2ei-node1`')
assert runbook.contains('    set "JAVA_HOME=C:\\Java\\jdk8"\n    set "JAVA_OPTS=-Xms2g -Xmx2g"\n')

// The archives themselves stay as they are; operations people get the files with the bundle.
assert ei.entries('node1').keySet().every { !it.startsWith('services/') }
assert ei.names(new File(basedir, 'target/service-systemd-1.0.0.zip')).findAll { it.startsWith('services/') } ==
        names.collect { "services/$it".toString() }
true

import groovy.xml.XmlSlurper

def ei = evaluate(new File(itTools))

ei.says(
        'passed: http requests are spread over the nodes: 20 requests: node1',
        'passed: https certificate trust: issued by',
        'passed: console keeps a session on one node: 20 requests with one JSESSIONID.',
        'passed: https WSDL names the load balancer: it names https://ei.example.com:26443/services/EiClusterSample',
        'passed: requests go on without a node, and it comes back:')
assert ei.log() =~ /\d+ passed, 0 failed, 0 not checked, \d+\.\d s/
def folder = new File(basedir, 'target/ei-cluster/smoke-test')
def suites = new XmlSlurper().parse(new File(folder, 'smoke-test.xml')).testsuite
assert suites*.@name*.text() == ['load balancer', 'node1', 'node2', 'cluster']
assert suites*.@failures*.text().every { it == '0' }
assert new File(folder, 'index.html').text.contains('<b class="passed">passed</b>')
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains(basedir.path) }
true

import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def ei = evaluate(new File(itTools))

ei.says('node1: verify-guide-1.0.0-node1.zip', 'node2: verify-guide-1.0.0-node2.zip')
assert ei.log() =~ /0 errors, \d+ warnings, 2 suppressed on 2 nodes, \d+ rules, \d+\.\d s/
def folder = new File(basedir, 'target/ei-cluster/verify')
def results = new JsonSlurper().parse(new File(folder, 'verify.sarif')).runs[0].results
assert results.findAll { it.level == 'error' } == []
assert results.findAll { it.suppressions }*.ruleId == ['EIC410', 'EIC410']
def suites = new XmlSlurper().parse(new File(folder, 'verify.xml')).testsuite
assert suites*.@name*.text() == ['node1', 'node2', 'cluster and load balancer']
assert new File(folder, 'index.html').text.contains('<svg')
def password = 'reg&admin<1>'
['verify.sarif', 'verify.xml', 'index.html'].each { assert !new File(folder, it).getText('UTF-8').contains('admin&lt;1') }
ei.saysNot(password)
true

def ei = evaluate(new File(itTools))

ei.says('wso2ei-6.6.0 conf/axis2/axis2.xml', 'EIC001 error:', 'clustered conf/carbon.xml')
assert ei.log() =~ /\d+ errors, \d+ warnings.* on 2 nodes, \d+ rules/
assert new File(basedir, 'target/ei-cluster/verify/verify.sarif').file
true

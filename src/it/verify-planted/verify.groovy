def ei = evaluate(new File(itTools))

ei.says(
        'EIC003 error: line 109: the domain is \'another.domain\', on node1 it is \'wso2.ei.domain\'.',
        'the mount of /_system/config names the instance \'InstanceId\', which does not exist, only instanceid.',
        'The cluster is not sound: ')
assert new File(basedir, 'target/ei-cluster/verify/index.html').text.contains('another.domain')
assert ei.archives().containsAll(['verify-planted-1.0.0-node1.zip', 'verify-planted-1.0.0-node2.zip'])
true

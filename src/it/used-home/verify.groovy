def ei = evaluate(new File(itTools))

def entries = ei.entries('node1').keySet()
['wso2carbon.pid', 'password-tmp', 'repository/logs/wso2carbon.log', 'repository/data/left-over.txt', 'tmp/left-over.txt',
    'wso2/tmp/left-over.txt', 'repository/database/WSO2CARBON_DB.lock.db', 'repository/database/WSO2CARBON_DB.trace.db'].each {
    assert !entries.contains(it) : "$it is state of an earlier run"
}
assert entries.contains('repository/database/WSO2CARBON_DB.h2.db')
ei.saysNot('not-a-real-password')
true

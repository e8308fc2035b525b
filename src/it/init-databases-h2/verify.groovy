def ei = evaluate(new File(itTools))

// check, init, init and check again: nothing is there; tables are made; they are left alone and ready.
ei.says('WSO2_USER_DB: the database is not there (', 'Run ei-cluster:init-databases',
        'WSO2_USER_DB: running dbscripts/h2.sql, 2 statements WSO2_USER_DB: made 2 tables REGISTRY_DB: running dbscripts/h2.sql',
        'REGISTRY_DB: all of the 2 tables of dbscripts/h2.sql are there; left alone',
        "REGISTRY_DB: all of the 2 tables of dbscripts/h2.sql are there, and 'wso2carbon' can log in, read and write")
assert ei.log().count('made 2 tables') == 2
// Neither goal writes anything but the databases.
assert new File(basedir, 'target').list().findAll { it != 'project-local-repo' } == ['data']
assert new File(basedir, 'target/data').list().sort() == ['REGISTRY_DB.mv.db', 'WSO2_USER_DB.mv.db']
true

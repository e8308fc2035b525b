def ei = evaluate(new File(itTools))

ei.says('every node: no jar in lib, dropins or extensions holds the JDBC driver com.mysql.cj.jdbc.Driver of the datasource' +
        ' WSO2_USER_DB. Add its artifact to the dependencies of the project or to cluster/database/driver, or put its jar into' +
        ' lib of an overlay.',
        'every node: no jar in lib, dropins or extensions holds the JDBC driver com.mysql.cj.jdbc.Driver of the datasource' +
        ' WSO2_USER_DB (org.postgresql:postgresql:jar:42.7.8 holds org.postgresql.Driver). Name the artifact that holds it, or' +
        ' remove driver, for the usual one.',
        "dependencies: 'com.example.sales:shop:car:1.0.0' and 'com.example.sales:shop-eu:car:2.0.0' are both the Carbon" +
        ' application Shop, and the server would deploy only one of them. Keep one.',
        "cluster/database/driver: 'com.example.nowhere:driver:jar:1.0' cannot be resolved (")
ei.madeNothing()
true

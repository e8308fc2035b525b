def ei = evaluate(new File(itTools))

['jdbc/WSO2RegistryDB': 'regadmin', 'jdbc/WSO2UMDB': 'useradmin'].each { jndi, user ->
    def configuration = ei.datasource('node1', jndi).definition.configuration
    assert configuration.url.text() == 'jdbc:oracle:thin:@//ora.example.org:1521/ei'
    assert configuration.username.text() == user
    assert configuration.driverClassName.text() == 'oracle.jdbc.OracleDriver'
    assert configuration.validationQuery.text() == 'SELECT 1 FROM DUAL'
}
assert ei.registry('node1').remoteInstance.cacheId.text() == 'regadmin@jdbc:oracle:thin:@//ora.example.org:1521/ei'
assert ei.url('node1', 'jdbc/WSO2CarbonDB').startsWith('jdbc:h2:')
true

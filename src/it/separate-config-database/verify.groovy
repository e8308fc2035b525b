def ei = evaluate(new File(itTools))

assert ei.url('node1', 'jdbc/WSO2RegistryDB').contains('/GOVERNANCE')
assert ei.url('node1', 'jdbc/WSO2UMDB').contains('/USERS')
assert ei.url('node1', 'jdbc/WSO2CarbonDB').contains('/REGISTRY_LOCAL1')
assert ei.url('node2', 'jdbc/WSO2CarbonDB').contains('/REGISTRY_LOCAL2')
assert ei.datasource('node1', 'jdbc/WSO2CarbonDB').name.text() == 'WSO2_CARBON_DB'
def registry = ei.registry('node1')
assert registry.remoteInstance.size() == 2
def database = { path ->
    def id = registry.mount.find { it.@path == path }.instanceId.text()
    def config = registry.remoteInstance.find { it.id.text() == id }.dbConfig.text()
    ei.url('node1', registry.dbConfig.find { it.@name == config }.dataSource.text())
}
assert database('/_system/config').contains('/CONFIGURATION')
assert database('/_system/governance').contains('/GOVERNANCE')
true

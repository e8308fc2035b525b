def ei = evaluate(new File(itTools))

def configuration = ei.datasource('node1', 'jdbc/WSO2RegistryDB').definition.configuration
assert configuration.username.text() == 'regadmin'
assert configuration.password.text() == 'Gr@n!te-42'
ei.saysNot('Gr@n!te-42')
true

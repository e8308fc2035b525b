import java.security.KeyStore
import javax.crypto.Cipher

def ei = evaluate(new File(itTools))
ei.expected()

def password = ei.passwords()['internal']
def decrypt = { String node, String text ->
    def store = KeyStore.getInstance('JKS')
    store.load(new ByteArrayInputStream(ei.entries(node)['repository/resources/security/ei-internal.jks']), password.toCharArray())
    def cipher = Cipher.getInstance('RSA')
    cipher.init(Cipher.DECRYPT_MODE, store.getKey('ei-internal', password.toCharArray()))
    new String(cipher.doFinal(text.decodeBase64()), 'UTF-8')
}
def log = ei.log()
['node1', 'node2'].each { node ->
    def texts = new Properties()
    texts.load(new StringReader(ei.text(node, 'conf/security/cipher-text.properties')))
    def values = texts.collectEntries { alias, text -> [(alias): decrypt(node, text)] }
    assert values['Datasources.REGISTRY_DB.Configuration.Password'] == 'reg&admin<1>'
    assert values['UserManager.AdminUser.Password'] == 'boss-secret'
    assert values['broker.password'] == 'group-secret'
    assert values['Carbon.Security.InternalKeyStore.Password'] == password

    // Nothing of settings.xml and no generated password is left in the archive.
    def clear = ei.secrets() + ei.passwords().values()
    ei.entries(node).findAll { path, bytes -> path.startsWith('conf/') }.each { path, bytes ->
        clear.each { assert !new String(bytes, 'ISO-8859-1').contains(it) : "$path holds a password" }
    }
    ei.says("$node: ${values.size()} values of vault-on-1.0.0-${node}.zip decrypt to what is configured")

    File file = new File(basedir, "target/ei-cluster/vault/$node/vault-password")
    assert file.text == password + '\n'
    assert ei.mode(file) == 'rw-------'
    assert ei.entries(node).keySet().every { !it.contains('password') || it.startsWith('repository/') }
    assert new File(basedir, "target/ei-cluster/services/wso2ei-${node}.service.d/vault.conf").text
            .contains("LoadCredential=vault-password:/etc/credstore/wso2ei-${node}.vault-password\n")
}
// Neither the log nor the bundle tells a password, and attached archives hold none to warn of.
(ei.secrets() + ei.passwords().values()).each { assert !log.contains(it) }
assert !log.contains('the attached archive holds')
assert ei.names(new File(basedir, 'target/vault-on-1.0.0.zip')).every { !it.startsWith('vault') }
ei.says('cluster/vault: what reads these settings asks for no alias, so that they stay in clear text: conf/jndi.properties line')

def encrypted = (log =~ /x\.y=([A-Za-z0-9+\/=]{300,})/)
assert encrypted.find()
assert decrypt('node1', encrypted.group(1)) == 'reg&admin<1>'
true

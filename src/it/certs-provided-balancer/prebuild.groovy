import java.security.KeyStore

// A company with a root authority, an issuing one, and a certificate that it has made for the load balancer.
File work = new File(basedir, 'company')
File certs = new File(basedir, 'src/main/certs')
File keys = new File(basedir.parentFile, 'keys')
[work, certs, keys].each { it.mkdirs() }
File store = new File(work, 'company.p12')

def keytool = { List<String> arguments, byte[] input = new byte[0] ->
    def command = [new File(System.getProperty('java.home'), 'bin/keytool').path] + arguments +
            ['-keystore', store.path, '-storetype', 'PKCS12', '-storepass', 'company-secret']
    def process = new ProcessBuilder(command).redirectError(new File(work, 'keytool.log')).start()
    process.outputStream.withCloseable { it.write(input) }
    byte[] output = process.inputStream.bytes
    assert process.waitFor() == 0 : new File(work, 'keytool.log').text + new String(output)
    output
}
def newKey = { String alias, String name, String... extensions ->
    keytool(['-genkeypair', '-alias', alias, '-dname', name, '-keyalg', 'RSA', '-keysize', '2048', '-validity', '3650'] +
            extensions.collectMany { ['-ext', it] })
}
def sign = { String alias, String authority, String... extensions ->
    keytool(['-gencert', '-alias', authority, '-rfc', '-validity', '3000'] + extensions.collectMany { ['-ext', it] },
            keytool(['-certreq', '-alias', alias]))
}

store.delete()
newKey('root', 'CN=Example Root CA', 'bc:critical=ca:true')
newKey('issuing', 'CN=Example Issuing CA')
newKey('server', 'CN=ei.example.com')
new File(certs, 'root-ca.crt').bytes = keytool(['-exportcert', '-rfc', '-alias', 'root'])
new File(certs, 'issuing-ca.crt').bytes = sign('issuing', 'root', 'bc:critical=ca:true,pathlen:0')
new File(certs, 'ei.example.com.crt').bytes = sign('server', 'issuing', 'san=dns:ei.example.com,dns:ui.ei.example.com')

KeyStore opened = KeyStore.getInstance(store, 'company-secret'.toCharArray())
byte[] key = opened.getKey('server', 'company-secret'.toCharArray()).encoded
new File(keys, 'ei.example.com.key').text = '-----BEGIN PRIVATE KEY-----\n' +
        Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(key) + '\n-----END PRIVATE KEY-----\n'
true

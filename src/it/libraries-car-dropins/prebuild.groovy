import java.util.zip.ZipFile

def binding = new Binding(repository: localRepositoryPath.path)
def artifacts = new GroovyShell(binding).evaluate(new File(new File(itTools).parentFile, 'artifacts.groovy'))

artifacts.install('com.example.shop', 'orders', '1.2.0', 'car', artifacts.car('Orders', '1.2.0',
        [OrderProxy: 'synapse/proxy-service', nightly: 'synapse/task']))
artifacts.install('com.example.shop', 'prices-bundle', '1.0.0', 'jar',
        ['META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\nBundle-SymbolicName: com.example.shop.prices\n\n'])
// What a dependency depends on is not even looked for.
artifacts.install('com.example.shop', 'mediators', '2.0.0', 'jar', artifacts.jar('com.example.shop', 'mediators', '2.0.0'),
        '<dependencies><dependency><groupId>com.example.shop</groupId><artifactId>nowhere</artifactId><version>1</version></dependency></dependencies>')

// A distribution that somebody has put an older mediator and an older application into.
Map<String, byte[]> pack = [:]
new ZipFile(new File(miniatures, 'wso2ei-6.6.0.zip')).withCloseable { zip ->
    zip.entries().each { pack[it.name] = it.directory ? new byte[0] : zip.getInputStream(it).bytes }
}
pack['wso2ei-6.6.0/lib/mediators-1.9.0.jar'] = artifacts.bytes(artifacts.jar('com.example.shop', 'mediators', '1.9.0'))
pack['wso2ei-6.6.0/lib/other-1.0.0.jar'] = artifacts.bytes(artifacts.jar('com.example.other', 'other', '1.0.0'))
pack['wso2ei-6.6.0/repository/deployment/server/carbonapps/orders_1.0.0.car'] = artifacts.bytes(artifacts.car('Orders', '1.0.0', [:]))
artifacts.zip(new File(basedir, 'packs/wso2ei-6.6.0.zip'), pack)
true

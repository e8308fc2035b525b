import groovy.xml.XmlSlurper
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.security.KeyStore
import java.security.MessageDigest
import java.security.cert.CertificateFactory
import java.security.cert.X509Certificate
import java.util.zip.GZIPInputStream
import java.util.zip.ZipFile

/** What the verify scripts of all integration tests share: reading archives, logs and golden folders. */
class Build {
    static final String AGENT = 'org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent'

    final File basedir
    final File source
    final boolean record

    /** source is the project's folder below src/it; with record, golden folders are written instead of compared. */
    Build(File basedir, File source, boolean record) {
        this.basedir = basedir
        this.source = source
        this.record = record
    }

    String log() {
        new File(basedir, 'build.log').getText('UTF-8')
    }

    /** Asserts that the log says each sentence; line breaks and log levels between its words do not matter. */
    void says(String... sentences) {
        String log = flat(log())
        sentences.each { assert log.contains(flat(it)) : "The log does not say: $it" }
    }

    void saysNot(String... sentences) {
        String log = flat(log())
        sentences.each { assert !log.contains(flat(it)) : "The log says: $it" }
    }

    private static String flat(String text) {
        text.replaceAll(/\u001B\[[;\d]*m/, '').replaceAll(/(?m)^\[(INFO|WARNING|ERROR|DEBUG)\] ?/, ' ').replaceAll(/\s+/, ' ').trim()
    }

    /** Asserts that the goal failed by exactly these mistakes of the configuration, in this order, and made nothing. */
    void mistakes(String... sentences) {
        String count = sentences.length == 1 ? 'a mistake' : sentences.length + ' mistakes'
        fails("The configuration of ei-cluster has $count: ${sentences.join(' ')}")
    }

    /** Asserts that the goal failed with exactly this message, and made nothing. */
    void fails(String message) {
        def failure = log().readLines().collect { flat(it) }.findIndexOf { it.contains('Failed to execute goal') }
        assert failure >= 0 : 'No goal failed'
        String text = flat(log().readLines().drop(failure).join('\n'))
        String start = "on project ${project()}: "
        assert text.contains(start + flat(message) + ' ') : "The failure is: $text"
        assert text.substring(text.indexOf(start) + start.length() + flat(message).length()) ==~ /(?s) ((-> )?\[Help 1\]|To see the full stack trace).*/ :
                "The failure goes on: $text"
        madeNothing()
    }

    private String project() {
        new XmlSlurper(false, false).parse(new File(basedir, 'pom.xml')).artifactId.text()
    }

    /** Asserts that no process of a node of this case is there. */
    void nothingRuns() {
        def left = ProcessHandle.allProcesses().filter { process ->
            process.info().commandLine().filter { it.contains(basedir.path) && it.contains('-Dei-cluster.node=') }.present
        }.map { it.pid() }.toList()
        assert left == [] : "These processes are left running: $left"
        assert !new File(basedir, 'target/ei-cluster/run/processes').list()
    }

    /** Asserts that a failed build has left no file at all, not even a part of one. */
    void madeNothing() {
        // Maven 4 keeps POMs for its own use.
        assert files(new File(basedir, 'target')).findAll { !it.startsWith('project-local-repo/') } == []
    }

    /** Names of the archives in target, sorted. */
    List<String> archives() {
        (new File(basedir, 'target').list() ?: []).findAll { it.endsWith('.zip') }.sort()
    }

    /** The archive of a node. */
    File archive(String node) {
        def found = archives().findAll { it.endsWith('-' + node + '.zip') }
        assert found.size() == 1 : "Archives of $node: $found in ${archives()}"
        new File(new File(basedir, 'target'), found[0])
    }

    /** All entries of a node's archive: name below the root folder to bytes. */
    Map<String, byte[]> entries(String node) {
        entries(archive(node))
    }

    Map<String, byte[]> entries(File archive) {
        Map<String, byte[]> entries = [:]
        new ZipFile(archive).withCloseable { zip ->
            zip.entries().findAll { !it.directory }.each {
                entries[it.name.substring(it.name.indexOf('/') + 1)] = zip.getInputStream(it).bytes
            }
        }
        entries
    }

    /** Full names of all files of an archive, in its order. */
    List<String> names(File archive) {
        new ZipFile(archive).withCloseable { zip -> zip.entries().findAll { !it.directory }*.name }
    }

    /** The one root folder of an archive. */
    String root(File archive) {
        def roots = [] as Set
        new ZipFile(archive).withCloseable { zip -> zip.entries().each { roots << it.name.tokenize('/')[0] } }
        assert roots.size() == 1
        roots[0]
    }

    /** A text file of a node's archive; every byte is one character. */
    String text(String node, String path) {
        byte[] bytes = entries(node)[path]
        assert bytes != null : "$path is not in the archive of $node"
        new String(bytes, StandardCharsets.ISO_8859_1)
    }

    /** A parsed XML file of a node's archive. */
    def xml(String node, String path) {
        byte[] bytes = entries(node)[path]
        assert bytes != null : "$path is not in the archive of $node"
        new XmlSlurper(false, false).parse(new ByteArrayInputStream(bytes))
    }

    def axis2(String node) {
        xml(node, 'conf/axis2/axis2.xml')
    }

    def carbon(String node) {
        xml(node, 'conf/carbon.xml')
    }

    def registry(String node) {
        xml(node, 'conf/registry.xml')
    }

    /** Text of a parameter of the clustering element, or null. */
    String clustering(String node, String name) {
        def found = axis2(node).clustering.parameter.findAll { it.@name == name }
        assert found.size() <= 1 : "$name stands ${found.size()} times"
        found.size() == 0 ? null : found.text()
    }

    /** The member list as host:port. */
    List<String> members(String node) {
        axis2(node).clustering.members.member.collect { "${it.hostName.text()}:${it.port.text()}".toString() }
    }

    /** WSDLEPRPrefix of a receiver, or null. */
    String prefix(String node, String receiver) {
        def found = axis2(node).transportReceiver.findAll { it.@name == receiver }.parameter.findAll { it.@name == 'WSDLEPRPrefix' }
        assert found.size() <= 1
        found.size() == 0 ? null : found.text()
    }

    /** The configuration of the datasource with a JNDI name; exactly one over all files. */
    def datasource(String node, String jndi) {
        def found = entries(node).keySet().findAll { it ==~ 'conf/datasources/.*-datasources\\.xml' }.collectMany { path ->
            xml(node, path).datasources.datasource.findAll { it.jndiConfig.name.text() == jndi }.collect { it }
        }
        assert found.size() == 1 : "$jndi is bound ${found.size()} times"
        found[0]
    }

    String url(String node, String jndi) {
        datasource(node, jndi).definition.configuration.url.text()
    }

    /** Attribute of the Tomcat connector on a port. */
    String connector(String node, String port, String attribute) {
        xml(node, 'conf/tomcat/catalina-server.xml').Service.Connector.find { it.@port == port }.@"$attribute".text()
    }

    String userDatasource(String node) {
        xml(node, 'conf/user-mgt.xml').Realm.Configuration.Property.find { it.@name == 'dataSource' }.text()
    }

    /** Asserts what is true of every node of every cluster. */
    void isClustered(String node, String domain, String host, int port, List<String> members) {
        def element = axis2(node).clustering
        assert element.size() == 1
        assert element.@enable == 'true'
        assert element.@class == AGENT
        assert clustering(node, 'clusteringPattern') == 'nonWorkerManager'
        assert clustering(node, 'domain') == domain
        assert clustering(node, 'localMemberHost') == host
        assert clustering(node, 'localMemberPort') == port as String
        assert this.members(node) == members
        assert clustering(node, 'AvoidInitiation') == 'true'
    }

    /** Asserts that a file of an archive is the base's, byte by byte. */
    void untouched(String node, File base, String... paths) {
        def before = entries(base)
        def after = entries(node)
        paths.each { assert before[it] != null && Arrays.equals(before[it], after[it]) : "$it differs in $node" }
    }

    /**
     * Asserts that the files of target/ei-cluster that lie below expected/ are all there, and equal byte by byte. Generated
     * passwords stand there as their names, a key store or trust store as a text about what it holds.
     */
    void expected() {
        if (record) {
            record()
        }
        File golden = new File(source, 'expected')
        File actual = new File(basedir, 'target/ei-cluster')
        def wanted = files(golden)
        assert !wanted.isEmpty() : "There is no golden folder $golden"
        wanted.each { path ->
            File made = new File(actual, path)
            assert made.isFile() : "$path was not made"
            assert Arrays.equals(new File(golden, path).bytes, comparable(made)) : "$path differs from $golden/$path"
        }
        new File(golden, 'nodes').list().each { node ->
            assert files(new File(golden, "nodes/$node")) == files(new File(actual, "nodes/$node"))
        }
    }

    private void record() {
        File golden = new File(source, 'expected')
        golden.deleteDir()
        File actual = new File(basedir, 'target/ei-cluster')
        files(actual).findAll {
            it.startsWith('nodes/') || it.startsWith('load-balancer/') || it.startsWith('databases/') || it == 'hosts'
        }.each {
            File file = new File(golden, it)
            file.parentFile.mkdirs()
            file.bytes = comparable(new File(actual, it))
        }
    }

    /** Paths below the home of the files that are staged for a node. */
    Set<String> stagedFiles(String node) {
        files(new File(basedir, "target/ei-cluster/nodes/$node")) as Set
    }

    /** What is the same in every build: no random password, no random key, no cipher text. */
    private byte[] comparable(File file) {
        if (file.name.endsWith('.jks') || file.name.endsWith('.p12')) {
            return (holds(file).join('\n') + '\n').getBytes('UTF-8')
        }
        String text = new String(file.bytes, StandardCharsets.ISO_8859_1)
        passwords().each { name, password -> text = text.replace(password, "(generated password of $name)") }
        if (file.name == 'cipher-text.properties') {
            text = text.replaceAll('(?m)=[A-Za-z0-9+/]{300,}={0,2}$', '=(cipher text)')
        }
        text.getBytes(StandardCharsets.ISO_8859_1)
    }

    /** The generated passwords by name. */
    Map<String, String> passwords() {
        Properties passwords = new Properties()
        File file = new File(basedir, 'keys/passwords.properties')
        if (file.isFile()) {
            file.withInputStream { passwords.load(it) }
        }
        passwords.collectEntries { name, password -> [(name as String): password as String] }
    }

    /** A key store or trust store, whatever of the known passwords opens it. */
    KeyStore keystore(File file, List<String> more = []) {
        for (String password in passwords().values() + more + ['wso2carbon']) {
            try {
                return KeyStore.getInstance(file, password.toCharArray())
            } catch (IOException e) {
                // The next one may fit.
            }
        }
        throw new IllegalStateException("No known password opens $file")
    }

    /** What a key store or trust store holds, one line for each alias: kind, subject, names, length of the chain. */
    List<String> holds(File file) {
        KeyStore store = keystore(file)
        [store.type.toUpperCase()] + store.aliases().toList().sort().collect { alias ->
            def chain = store.isKeyEntry(alias) ? store.getCertificateChain(alias) : [store.getCertificate(alias)]
            def names = (chain[0].subjectAlternativeNames ?: []).collect { it[1] }
            "$alias: ${store.isKeyEntry(alias) ? 'key' : 'trusted'}, ${chain[0].subjectX500Principal}, names $names, chain of ${chain.size()}"
                    .toString()
        }
    }

    /** A file that certs has staged for a node. */
    File security(String node, String name) {
        new File(basedir, "target/ei-cluster/nodes/$node/repository/resources/security/$name")
    }

    /** A file of the folder certs. */
    File certs(String name) {
        new File(basedir, "target/ei-cluster/certs/$name")
    }

    /** The certificates of a PEM file, which may hold a key beside them. */
    List<X509Certificate> certificates(File pem) {
        def factory = CertificateFactory.getInstance('X.509')
        (pem.text =~ /(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/).collect {
            factory.generateCertificate(new ByteArrayInputStream(it.bytes)) as X509Certificate
        }
    }

    /** SHA-256 of bytes, in pairs with colons as keytool writes it. */
    static String fingerprint(byte[] bytes) {
        MessageDigest.getInstance('SHA-256').digest(bytes).collect { String.format('%02X', it) }.join(':')
    }

    /** Permissions of a file, such as rw-------. */
    static String mode(File file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath()))
    }

    /** All files of a directory: path to bytes. */
    Map<String, byte[]> tree(File directory) {
        files(directory).collectEntries { [(it): new File(directory, it).bytes] }
    }

    /** Asserts that two sets of files are equal, name by name and byte by byte. */
    void same(Map<String, byte[]> made, Map<String, byte[]> wanted) {
        assert made.keySet().sort() == wanted.keySet().sort()
        wanted.each { path, bytes -> assert Arrays.equals(made[path], bytes) : "$path differs" }
    }

    /** The files of a compressed tar archive: name to mode and bytes. */
    Map<String, Map> tar(File archive) {
        Map<String, Map> entries = [:]
        String longName = null
        byte[] data = new GZIPInputStream(new ByteArrayInputStream(archive.bytes)).bytes
        int at = 0
        while (data[at] != 0) {
            def field = { int from, int length -> new String(data, at + from, length, 'UTF-8').takeWhile { it != '\0' }.trim() }
            int size = Integer.parseInt(field(124, 12), 8)
            byte[] bytes = Arrays.copyOfRange(data, at + 512, at + 512 + size)
            String type = field(156, 1)
            if (type == 'x') {
                longName = new String(bytes, 'UTF-8').readLines().find { it.contains(' path=') }?.replaceFirst('.* path=', '')
            } else {
                if (type != '5') {
                    String name = longName ?: (field(345, 155) ? field(345, 155) + '/' : '') + field(0, 100)
                    entries[name] = [mode: Integer.parseInt(field(100, 8), 8), bytes: bytes]
                }
                longName = null
            }
            at += 512 + (size + 511).intdiv(512) * 512
        }
        entries
    }

    /** Every password of settings.xml, as it is and as XML spells it. */
    List<String> secrets() {
        ['reg&admin<1>', 'reg&amp;admin&lt;1&gt;', 'users-secret', 'local-secret', 'Gr@n!te-42', 'boss-secret', 'group-secret']
    }

    private static List<String> files(File directory) {
        if (!directory.isDirectory()) {
            return []
        }
        Files.walk(directory.toPath()).withCloseable { walk ->
            walk.filter { Files.isRegularFile(it) }.map { directory.toPath().relativize(it).toString().replace('\\', '/') }.sorted().toList()
        }
    }
}

new Build(basedir, new File(itSource, basedir.name), itRecord.toBoolean())

package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.Progress;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.library.LibraryPlanner;
import io.github.eicluster.model.Coordinates;
import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.MariadbServer;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.PostgresServer;
import io.github.eicluster.testing.RealDrivers;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.TestArtifacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The datasources of a produced archive open a pool of tomcat-jdbc, which EI uses (7 until EI 6.5, 9 in EI 6.6), with the
 * driver in the archive's own {@code lib}, against real servers.
 */
@ExtendWith({PostgresServer.Shared.class, MariadbServer.Shared.class})
class ProducedPoolsTest {

    private static final String USER = "ei";
    private static final String PASSWORD = "Pass#<1>&2";

    @TempDir
    private Path folder;

    @Test
    void postgresqlOn64(PostgresServer server) throws Exception {
        check(server, "postgresql", "6.4.0");
    }

    @Test
    void postgresqlOn66(PostgresServer server) throws Exception {
        check(server, "postgresql", "6.6.0");
    }

    @Test
    void mariadbOn60(MariadbServer server) throws Exception {
        check(server, "mariadb", "6.0.0");
    }

    @Test
    void mariadbOn66(MariadbServer server) throws Exception {
        check(server, "mariadb", "6.6.0");
    }

    private void check(DatabaseServer server, String type, String version) throws Exception {
        String users = server.fresh("users");
        String registry = server.fresh("registry");
        String user = server.fresh(USER);
        boolean postgres = type.equals("postgresql");
        server.run(
                "",
                postgres
                        ? "CREATE USER " + user + " PASSWORD '" + PASSWORD + "'"
                        : "CREATE USER " + user + "@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "CREATE DATABASE " + users,
                "CREATE DATABASE " + registry,
                postgres
                        ? "GRANT ALL ON DATABASE " + users + " TO " + user
                        : "GRANT ALL ON " + users + ".* TO " + user + "@'%'",
                postgres
                        ? "GRANT ALL ON DATABASE " + registry + " TO " + user
                        : "GRANT ALL ON " + registry + ".* TO " + user + "@'%'");
        Pom pom = Pom.of("""
                <cluster>
                  <hostName>ei.example.com</hostName>
                  <nodes><node>10.0.0.1</node></nodes>
                  <database>
                    <type>%s</type><host>127.0.0.1</host><port>%d</port><tls>%s</tls>
                    <username>%s</username><password>%s</password>
                    <userDatabase>%s</userDatabase><registryDatabase>%s</registryDatabase>
                    <pool><initialSize>2</initialSize><maxActive>5</maxActive></pool>
                  </database>
                </cluster>
                """.formatted(
                        type,
                        server.port(),
                        postgres ? "preferred" : "off",
                        user,
                        PASSWORD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                        users,
                        registry));
        try (Distribution archive = Distribution.open(pack(pom, version))) {
            List<URL> driver = driver(archive);
            assertThat(driver).hasSize(1);
            Map<String, Map<String, String>> datasources = datasources(archive);
            assertThat(open(version, driver, datasources.get("jdbc/WSO2UMDB"), type))
                    .isEqualTo(users);
            assertThat(open(version, driver, datasources.get("jdbc/WSO2RegistryDB"), type))
                    .isEqualTo(registry);
        }
    }

    private Path pack(Pom pom, String version) {
        ClusterDefinition definition =
                pom.with("cluster/certificates/defaultKeys", Miniatures.KEY).read();
        Coordinates driver =
                definition.cluster().databases().driver().artifact().orElseThrow();
        TestArtifacts maven = TestArtifacts.in(folder.resolve("repository")).stored(driver, RealDrivers.file(driver));
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());
        try (Distribution base = Distribution.open(Miniatures.archive(version))) {
            PlannedCluster planned = SharedKeys.plan(keys -> new ClusterPlanner(keys, new LibraryPlanner(maven, true))
                    .plan(definition.cluster(), List.of(), definition.libraries(), base, false, node -> none));
            Path output = folder.resolve("output");
            new Staging(output, "certs").writeStores(planned.nodes());
            new Staging(output, "configure").write(planned.nodes());
            Path target = folder.resolve("node.zip");
            new Packager(base, output, Instant.parse("2026-01-01T00:00:00Z"), new NodeArchiver("1", 1, Progress.NONE))
                    .pack(
                            List.of(new PackageOrder(planned.nodes().get(0), Format.ZIP, target, false)),
                            planned.excluded());
            return target;
        }
    }

    /** The jars in lib of the archive, taken out of it. */
    private List<URL> driver(Distribution archive) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String path : archive.files()) {
            if (path.startsWith("lib/") && path.endsWith(".jar")) {
                Path file = Files.createDirectories(folder.resolve("lib"))
                        .resolve(Path.of(path).getFileName());
                Files.write(file, archive.read(path).orElseThrow());
                jars.add(file.toUri().toURL());
            }
        }
        return jars;
    }

    /** What master-datasources.xml configures, by JNDI name. */
    private static Map<String, Map<String, String>> datasources(Distribution archive) throws Exception {
        byte[] xml = archive.read("conf/datasources/master-datasources.xml").orElseThrow();
        NodeList all = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("datasource");
        Map<String, Map<String, String>> datasources = new LinkedHashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element datasource = (Element) all.item(i);
            String name = ((Element)
                            datasource.getElementsByTagName("jndiConfig").item(0))
                    .getElementsByTagName("name")
                    .item(0)
                    .getTextContent();
            Map<String, String> configuration = new LinkedHashMap<>();
            Node child =
                    datasource.getElementsByTagName("configuration").item(0).getFirstChild();
            for (; child != null; child = child.getNextSibling()) {
                if (child instanceof Element setting) {
                    configuration.put(setting.getTagName(), setting.getTextContent());
                }
            }
            datasources.put(name, configuration);
        }
        return datasources;
    }

    /** Opens the pool as the server does, sets every setting, runs the validation query; gives the database's name. */
    private static String open(String version, List<URL> driver, Map<String, String> settings, String type)
            throws Exception {
        List<URL> jars = new ArrayList<>(driver);
        jars.addAll(pool(version.equals("6.6.0") ? "9" : "7"));
        // Nothing of the tests' own class path: the driver has to come from the archive.
        try (URLClassLoader loader =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> propertiesType = loader.loadClass("org.apache.tomcat.jdbc.pool.PoolProperties");
            Object properties = propertiesType.getConstructor().newInstance();
            settings.forEach((name, value) -> set(properties, name, value));
            Class<?> configuration = loader.loadClass("org.apache.tomcat.jdbc.pool.PoolConfiguration");
            DataSource pool = (DataSource) loader.loadClass("org.apache.tomcat.jdbc.pool.DataSource")
                    .getConstructor(configuration)
                    .newInstance(properties);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                Class<?> used = loader.loadClass(settings.get("driverClassName"));
                assertThat(used.getClassLoader()).isSameAs(loader);
                assertThat(connection.getMetaData().getURL()).isNotEmpty();
                assertThat(statement.execute(settings.get("validationQuery"))).isTrue();
                try (ResultSet result = statement.executeQuery(
                        type.equals("postgresql") ? "SELECT current_database()" : "SELECT database()")) {
                    assertThat(result.next()).isTrue();
                    return result.getString(1);
                }
            } finally {
                pool.getClass().getMethod("close").invoke(pool);
            }
        }
    }

    private static List<URL> pool(String tomcat) throws IOException {
        Path jars = Path.of(System.getProperty("tomcat.directory", "target/tomcat"), tomcat)
                .toAbsolutePath();
        try (Stream<Path> files = Files.list(jars)) {
            List<URL> found = files.map(ProducedPoolsTest::url).toList();
            Assumptions.assumeTrue(
                    found.stream().anyMatch(url -> url.toString().contains("tomcat-jdbc")),
                    "skipped: run 'mvn generate-test-resources', which copies tomcat-jdbc");
            return found;
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pool has a property of the name of each setting; one that it does not know would be a mistake of ours. */
    private static void set(Object properties, String name, String value) {
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Method method = Stream.of(properties.getClass().getMethods())
                .filter(one -> one.getName().equals(setter) && one.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the pool has no " + setter));
        try {
            method.invoke(properties, converted(method.getParameterTypes()[0], value));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(setter + " " + value, e);
        }
    }

    private static Object converted(Class<?> type, String value) {
        if (type == int.class) {
            return Integer.valueOf(value);
        }
        if (type == long.class) {
            return Long.valueOf(value);
        }
        return type == boolean.class || type == Boolean.class ? Boolean.valueOf(value) : value;
    }
}

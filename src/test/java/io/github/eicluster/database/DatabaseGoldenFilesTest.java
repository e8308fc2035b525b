package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every engine, word for word; {@code -Dei-cluster.golden.record=true} writes them anew. */
class DatabaseGoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/database");

    private static final String LOCAL = "<localRegistry>database</localRegistry>";

    private static final Map<String, Planned> CASES = new TreeMap<>(Map.ofEntries(
            Map.entry("mysql", Planned.of(server("mysql") + LOCAL).version("6.5.0")),
            Map.entry(
                    "mysql-5.6-tls",
                    Planned.of(server("mysql") + "<version>5.6</version><tls>required</tls>"
                                    + "<grantHosts><host>10.0.0.%</host></grantHosts>")
                            .version("6.4.0")),
            Map.entry(
                    "mysql-tls-passwords",
                    Planned.of(server("mysql") + "<tls>required</tls><caCertificate>ca.pem</caCertificate>"
                                    + "<maxConnections>151</maxConnections>")
                            .authority("PEM\n")
                            .showPasswords()),
            Map.entry("mariadb", Planned.of(server("mariadb") + "<tls>off</tls>" + LOCAL)),
            Map.entry(
                    "postgresql",
                    Planned.of(server("postgresql") + "<registryDatabase><name>EI</name><schema>Reg</schema>"
                            + "</registryDatabase><userDatabase><name>EI</name><schema>users</schema>"
                            + "<serverId>ei-other</serverId></userDatabase>" + LOCAL)),
            Map.entry(
                    "oracle",
                    Planned.of(server("oracle") + "<userDatabase><name>ORCL</name><serverId>ei-other</serverId>"
                            + "</userDatabase><registryDatabase>ORCL</registryDatabase>"
                            + "<configDatabase>CONF</configDatabase>")),
            Map.entry("mssql", Planned.of(server("mssql") + LOCAL)),
            Map.entry(
                    "db2",
                    Planned.of(server("db2") + "<tls>required</tls><userDatabase>EIUSERS</userDatabase>"
                            + "<registryDatabase><name>EIREG</name><schema>REG</schema></registryDatabase>")),
            Map.entry("h2", Planned.of("127.0.0.1", "127.0.0.1", "<type>h2</type>"))));

    static Stream<String> cases() {
        return CASES.keySet().stream();
    }

    private static String server(String type) {
        return "<type>" + type + "</type><host>db.example.com</host><serverId>ei-db</serverId>";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filesAreAsRecorded(String name) throws IOException {
        Map<String, String> files = CASES.get(name).texts();
        Path folder = FOLDER.resolve(name);
        if (Boolean.getBoolean("ei-cluster.golden.record")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        assertThat(files).isEqualTo(recorded(folder));
    }

    private static SortedMap<String, String> recorded(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}

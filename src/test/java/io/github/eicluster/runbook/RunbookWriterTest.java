package io.github.eicluster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Problem;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of runbook, word for word; {@code -Dei-cluster.golden.record=true} writes them anew. */
class RunbookWriterTest {

    private static final Path FOLDER = Path.of("src/test/resources/runbook");

    private final RunbookWriter writer = new RunbookWriter(new Templates());

    @ParameterizedTest
    @EnumSource(RunbookCase.class)
    void runbooksAreAsRecorded(RunbookCase recorded) throws IOException {
        String runbook = writer.runbook(recorded.data());
        Path file = FOLDER.resolve(recorded.name().toLowerCase(Locale.ROOT) + ".md");
        if (Boolean.getBoolean("ei-cluster.golden.record")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, runbook);
        }
        assertThat(runbook).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource(RunbookCase.class)
    void nothingOfTheTemplateLanguageAndNoSecretIsLeft(RunbookCase any) {
        assertThat(writer.runbook(any.data()))
                .doesNotContain("#if", "#end", "#else", "#foreach", "[[", "$", "\n\n\n")
                .doesNotContain("dbpass", "hush");
    }

    @Test
    void hostsHaveALineForEachNodeAndNamesWithoutAddressAreComments() {
        assertThat(writer.hosts(RunbookCase.GUIDE.cluster())).isEqualTo("""
                        192.168.57.11\tnode1
                        192.168.57.12\tnode2
                        192.168.57.10\tei.wso2.com
                        192.168.57.10\tui.ei.wso2.com
                        192.168.57.13\tcarbondb.mysql-wso2.com
                        """);
        assertThat(writer.hosts(RunbookCase.HAPROXY.cluster())).isEqualTo("""
                        10.0.0.2\tc
                        fd00::4\td
                        # <address of a (cluster/hosts)>\tone.example.com
                        # <address of the load balancer (cluster/loadBalancer/address)>\tei.example.com
                        # <address of the load balancer (cluster/loadBalancer/address)>\tui.ei.example.com
                        # <address of the database server (cluster/database/address)>\tdb.example.com
                        """);
    }

    @Test
    void namesWithoutAddressAreOneWarningForEachElement() {
        assertThat(RunbookWriter.openNames(RunbookCase.GUIDE.cluster())).isEmpty();
        assertThat(RunbookWriter.openNames(RunbookCase.HAPROXY.cluster()).stream()
                        .map(Problem::text))
                .containsExactly(
                        "cluster/hosts: the address of 'one.example.com' is not stated, so that the file hosts has a comment"
                                + " in its place. State it, or see that DNS knows the name on every machine.",
                        "cluster/loadBalancer/address: the address of 'ei.example.com' and 'ui.ei.example.com' is not"
                                + " stated, so that the file hosts has a comment in its place. State it, or see that DNS"
                                + " knows the name on every machine.",
                        "cluster/database/address: the address of 'db.example.com' is not stated, so that the file hosts has"
                                + " a comment in its place. State it, or see that DNS knows the name on every machine.");
    }

    /** What the runbook says moves with the model: no port of a node is written down anywhere else. */
    @Test
    void everyPortOfANodeComesFromTheModel() {
        Pom moved = RunbookCase.GUIDE
                .pom()
                .with("cluster/nodes/node[2]/portOffset", "7")
                .with("cluster/nodes/node[2]/memberPort", "4555");

        List<String> before = lines(RunbookCase.GUIDE.data());
        List<String> after = lines(RunbookCase.GUIDE.data(moved.read().cluster()));

        assertThat(after.stream().filter(line -> !before.contains(line)))
                .containsExactly(
                        "| node2 | 192.168.57.12 | 7 | 4555 | 8287 | 8250 | 9450 | active | read and write |",
                        "| node2 (192.168.57.12) | 4555 | node1 (192.168.57.11) | cluster messages |",
                        "| node2 (192.168.57.12) | 8287 | load balancer (192.168.57.10) | services, HTTP |",
                        "| node2 (192.168.57.12) | 8250 | load balancer (192.168.57.10) | services, HTTPS |",
                        "| node2 (192.168.57.12) | 9450 | load balancer (192.168.57.10) | console |");
        assertThat(String.join("\n", before)).contains("| 4100 |", "| 8280 |", "| 8243 |", "| 9443 |");
    }

    @Test
    void whatComesFromMavenAndWhatGivesWayIsListed() {
        RunbookData usual = RunbookCase.GUIDE.data();
        RunbookLibraries libraries = new RunbookLibraries(
                List.of(
                        new RunbookLibraries.Row("lib/d-2.jar", "org.example:d:jar:2", List.of("node1", "node2")),
                        new RunbookLibraries.Row("lib/e-1.jar", "org.example:e:jar:1", List.of("node2"))),
                List.of(new RunbookLibraries.Row("lib/d-1.jar", "lib/d-2.jar", List.of("node1", "node2"))));

        assertThat(writer.runbook(new RunbookData(
                        usual.cluster(),
                        usual.ports(),
                        usual.version(),
                        usual.root(),
                        usual.environment(),
                        usual.archives(),
                        usual.certificates(),
                        usual.balancer(),
                        usual.balancerFiles(),
                        libraries)))
                .contains("""
                        | file | artifact | nodes |
                        |---|---|---|
                        | `lib/d-2.jar` | `org.example:d:jar:2` | all |
                        | `lib/e-1.jar` | `org.example:e:jar:1` | node2 |
                        """, """
                        | file | replaced by | nodes |
                        |---|---|---|
                        | `lib/d-1.jar` | `lib/d-2.jar` | all |
                        """);
    }

    @Test
    void portsOfTheBalancerMoveToo() {
        Pom moved = RunbookCase.GUIDE
                .pom()
                .with("cluster/loadBalancer/httpPort", "8080")
                .with("cluster/loadBalancer/httpsPort", "8443");

        assertThat(writer.runbook(RunbookCase.GUIDE.data(moved.read().cluster())))
                .contains(
                        "| load balancer (192.168.57.10) | 8080 | clients |",
                        "| load balancer (192.168.57.10) | 8443 | clients |",
                        " http://ei.wso2.com:8080/services/SERVICE;",
                        " https://ei.wso2.com:8443/services/SERVICE;",
                        " https://ui.ei.wso2.com:8443/carbon/\n",
                        "administrators `https://ui.ei.wso2.com:8443/carbon/`")
                .doesNotContain("https://ui.ei.wso2.com/");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db/A?password=hush&x=1, jdbc:mysql://db/A?password=***&x=1",
        "jdbc:sqlserver://db;PWD=hush;x=1, jdbc:sqlserver://db;PWD=***;x=1",
        "jdbc:oracle:thin:me/hush@db:1521/x, jdbc:oracle:thin:me/***@db:1521/x"
    })
    void aPasswordInAUrlIsMasked(String url, String shown) {
        assertThat(DatabaseSteps.shown(url)).isEqualTo(shown);
    }

    @Test
    void aPasswordOfOnesOwnIsNamedInTheCommandOfH2ButNotShown() {
        Pom own = RunbookCase.ONE_MACHINE
                .pom()
                .with("cluster/database/type", "h2")
                .with("cluster/database/serverId", "ei-db");

        assertThat(writer.runbook(RunbookCase.ONE_MACHINE.data(own.read().cluster())))
                .contains("-password \"<password>\"")
                .doesNotContain("dbpass");
    }

    @Test
    void whereTlsIsHandedThroughNobodySetsHeaders() {
        Pom through = RunbookCase.EXTERNAL.pom().with("cluster/loadBalancer/tls", "passthrough");

        assertThat(writer.runbook(RunbookCase.EXTERNAL.data(through.read().cluster())))
                .contains("- TLS to the nodes: handed through; the node ends it\n", "the nodes end it, with their own")
                .doesNotContain("X-Forwarded", "Certificate for clients");
    }

    @Test
    void onlyFilesOfTheBuildAreCopied() {
        RunbookCertificates few = new RunbookCertificates(List.of(), Set.of("nodes.crt"), "keys", "");

        assertThat(writer.runbook(RunbookCase.GUIDE.data(few)))
                .contains("| `nodes.crt` |", "sudo install -m 0644 certs/nodes.crt /etc/nginx/ssl/nodes.crt\n")
                .contains("The build has made no key for it: your own certificate with its chain belongs to"
                        + " `/etc/nginx/ssl/server.crt`, its private key, readable by root alone (0600), to"
                        + " `/etc/nginx/ssl/server.key`.")
                .doesNotContain("certs/server.key", "ca.crt", "The internal key pair encrypts");
    }

    private List<String> lines(RunbookData data) {
        return writer.runbook(data).lines().toList();
    }
}

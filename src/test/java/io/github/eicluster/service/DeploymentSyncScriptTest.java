package io.github.eicluster.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script, run with the real rsync on two homes. */
class DeploymentSyncScriptTest {

    private static final String SERVER = "repository/deployment/server/";

    /** What belongs to each node alone, one file for each. */
    private static final List<String> PRIVATE = List.of(
            "wso2carbon.pid",
            "conf/carbon.xml",
            "lib/driver.jar",
            "tmp/work.txt",
            "wso2/tmp/carbonapps/work.txt",
            "repository/database/WSO2CARBON_DB.h2.db",
            "repository/logs/wso2carbon.log",
            "repository/data/index.txt",
            "repository/resources/security/wso2carbon.jks",
            "repository/deployment/client/modules/m.mar",
            SERVER + "webapps/shop/WEB-INF/web.xml",
            SERVER + "webapps/shop/WEB-INF/lib/nested.war",
            SERVER + "jaxwebapps/rest/WEB-INF/web.xml",
            SERVER + ".git/HEAD",
            SERVER + "carbonapps/.upload.car.X1y2",
            SERVER + "synapse-configs/default/api/edited.xml~",
            "repository/tenants/1/webapps/own/index.html");

    /** What only one of the homes has; %s is the node. */
    private static final List<String> ONLY_THERE = List.of(
            "conf/%s.xml",
            "tmp/%s.txt",
            "wso2/tmp/%s.txt",
            "repository/database/%s.h2.db",
            "repository/logs/%s.log",
            "repository/data/%s.txt",
            "repository/resources/%s.txt",
            "repository/deployment/client/%s.mar",
            SERVER + ".%s",
            SERVER + "webapps/%s/index.html",
            SERVER + "synapse-configs/default/%s.xml~",
            "repository/tenants/1/webapps/%s/index.html");

    private static final List<String> SHARED = List.of(
            SERVER + "carbonapps/shop_1.1.0.car",
            SERVER + "synapse-configs/default/api/health.xml",
            SERVER + "dataservices/orders.dbs",
            SERVER + "axis2services/Version.aar",
            SERVER + "userstores/corporate.xml",
            SERVER + "webapps/shop.war",
            SERVER + "jaxwebapps/rest.war");

    private static final String TENANT = "repository/tenants/1/carbonapps/tenant.car";

    @TempDir
    Path folder;

    private Path source;
    private Path receiver;
    private final SortedMap<String, String> before = new TreeMap<>();

    @BeforeEach
    void twoHomes() throws IOException {
        Programs.installed("rsync");
        source = folder.resolve("node1/wso2ei-6.6.0");
        receiver = folder.resolve("node2/wso2ei-6.6.0");
        for (Map.Entry<String, String> file : own("node1").entrySet()) {
            write(source, file.getKey(), file.getValue());
        }
        for (Map.Entry<String, String> file : own("node2").entrySet()) {
            write(receiver, file.getKey(), file.getValue());
        }
        for (String path : SHARED) {
            write(source, path, "shared");
        }
        write(source, TENANT, "tenant");
        write(receiver, SERVER + "carbonapps/shop_1.0.0.car", "undeployed on node1");
        write(receiver, SERVER + "synapse-configs/default/api/health.xml", "old version, of another length");
        write(receiver, "repository/tenants/2/carbonapps/gone.car", "of a tenant that is gone");
        before.putAll(files(source));
    }

    @Test
    void sharedFilesArriveAndWhatTheSourceHasNoMoreIsRemoved() throws Exception {
        assertThat(run(local())).isEqualTo(new Programs.Output(0, ""));

        assertThat(files(receiver)).containsAllEntriesOf(shared());
        assertThat(receiver.resolve(SERVER + "carbonapps/shop_1.0.0.car")).doesNotExist();
    }

    @Test
    void whatBelongsToANodeIsUntouchedOnBothSides() throws Exception {
        run(local());

        assertThat(files(source)).isEqualTo(before);
        assertThat(files(receiver)).containsAllEntriesOf(own("node2"));
        ONLY_THERE.forEach(
                path -> assertThat(receiver.resolve(path.formatted("node1"))).doesNotExist());
        assertThat(receiver.resolve(TENANT)).doesNotExist();
        assertThat(receiver.resolve("repository/tenants/2/carbonapps/gone.car")).exists();
    }

    /** Nothing else has come along, such as an unpacked web application. */
    @Test
    void nothingElseArrives() throws Exception {
        delete(receiver);
        Files.createDirectories(receiver.resolve(SERVER));

        run(local());

        assertThat(files(receiver)).isEqualTo(shared());
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        run(local());
        Map<String, String> once = files(receiver);

        assertThat(run(local())).isEqualTo(new Programs.Output(0, ""));
        assertThat(files(receiver)).isEqualTo(once);
    }

    @Test
    void withoutDeleteNothingIsRemoved() throws Exception {
        run(local().with("cluster/deploymentSync/delete", "false"));

        assertThat(files(receiver)).containsAllEntriesOf(shared());
        assertThat(receiver.resolve(SERVER + "carbonapps/shop_1.0.0.car")).exists();
    }

    @Test
    void theArtifactsOfTenantsAreFetchedIfDeclared() throws Exception {
        Pom tenants = local().with("cluster/deploymentSync/tenants", "true");
        assertThat(run(tenants)).isEqualTo(new Programs.Output(0, ""));

        assertThat(receiver.resolve(TENANT)).hasContent("tenant");
        assertThat(receiver.resolve("repository/tenants/2")).doesNotExist();
        ONLY_THERE.forEach(
                path -> assertThat(receiver.resolve(path.formatted("node1"))).doesNotExist());
        assertThat(files(receiver)).containsAllEntriesOf(own("node2"));
        assertThat(files(source)).isEqualTo(before);
    }

    @Test
    void tenantsOfTheReceiverStayIfTheSourceHasNone() throws Exception {
        delete(source.resolve("repository/tenants"));

        Programs.Output output = run(local().with("cluster/deploymentSync/tenants", "true"));

        assertThat(output).isEqualTo(new Programs.Output(0, ""));
        assertThat(receiver.resolve("repository/tenants/2/carbonapps/gone.car")).exists();
    }

    @Test
    void aSourceWithoutTheDirectoryRemovesNothing() throws Exception {
        delete(source.resolve("repository/deployment"));
        Map<String, String> once = files(receiver);

        Programs.Output output = run(local());

        assertThat(output.exit()).isNotZero();
        assertThat(output.text()).contains("failed: No such file or directory");
        assertThat(files(receiver)).isEqualTo(once);
    }

    @Test
    void aReceiverWithoutItsHomeGetsNone() throws Exception {
        delete(receiver);

        assertThat(run(local()))
                .isEqualTo(new Programs.Output(
                        1, receiver + "/repository/deployment/server does not exist: nothing is fetched.\n"));
        assertThat(receiver).doesNotExist();
    }

    @Test
    void aLinkOutOfTheTreeIsNotFollowed() throws Exception {
        Files.createSymbolicLink(source.resolve(SERVER + "carbonapps/link.car"), source.resolve("conf/carbon.xml"));

        run(local());

        assertThat(receiver.resolve(SERVER + "carbonapps/link.car")).doesNotExist();
    }

    /** Nodes on two machines: a stand-in for ssh notes how it is called, and runs what the other machine would run. */
    @ParameterizedTest
    @ValueSource(strings = {"192.168.57.11", "node1.example.com", "fd00::1"})
    void anotherMachineIsReachedBySsh(String host) throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path ssh = Files.writeString(programs.resolve("ssh"), """
                #!/bin/sh
                echo "$@" > "$SSH_LOG"
                while [ "$1" != rsync ]; do shift; done
                exec "$@"
                """);
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        Path log = folder.resolve("ssh.log");
        Pom pom = local().with("cluster/nodes/node[1]/host", host)
                .with("cluster/nodes/node[2]/host", "node2.example.com")
                .with("cluster/deploymentSync/user", "deploy");

        Programs.Output output =
                run(pom, Map.of("PATH", programs + ":" + System.getenv("PATH"), "SSH_LOG", log.toString()));

        assertThat(output).isEqualTo(new Programs.Output(0, ""));
        assertThat(Files.readString(log))
                .startsWith("-o BatchMode=yes -o ConnectTimeout=15 -l deploy " + host + " rsync --server --sender ");
        assertThat(files(receiver)).containsAllEntriesOf(shared()).containsAllEntriesOf(own("node2"));
        assertThat(files(source)).isEqualTo(before);
    }

    /** Both nodes on this machine, below the temporary folder. */
    private Pom local() {
        return Pom.of("""
                <cluster>
                  <hostName>ei.wso2.com</hostName>
                  <nodes><node><host>10.0.0.1</host></node><node><host>10.0.0.1</host></node></nodes>
                  <database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>
                  <jvm><javaHome>/jdk</javaHome></jvm>
                  <service><directory>%s</directory></service>
                  <deploymentSync/>
                </cluster>
                """.formatted(folder));
    }

    private Programs.Output run(Pom pom) throws IOException, InterruptedException {
        return run(pom, Map.of());
    }

    private Programs.Output run(Pom pom, Map<String, String> environment) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("node2"));
        for (Map.Entry<String, String> file : Served.files(pom).files().entrySet()) {
            Files.writeString(place.resolve(file.getKey()), file.getValue());
        }
        return Programs.run(
                folder,
                environment,
                "/bin/sh",
                place.resolve("ei-deployment-sync-node2.sh").toString());
    }

    private static Map<String, String> shared() {
        Map<String, String> shared = new TreeMap<>();
        SHARED.forEach(path -> shared.put(path, "shared"));
        return shared;
    }

    /** The texts of the nodes have different lengths: rsync takes files of the same length and second for the same. */
    private static Map<String, String> own(String node) {
        String text = node.equals("node1") ? "of node1" : "of node2 alone";
        Map<String, String> own = new TreeMap<>();
        PRIVATE.forEach(path -> own.put(path, text));
        ONLY_THERE.forEach(path -> own.put(path.formatted(node), text));
        return own;
    }

    private static void write(Path home, String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SortedMap<String, String> files(Path home) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

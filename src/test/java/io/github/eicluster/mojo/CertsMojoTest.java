package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("/mojo/guide")
class CertsMojoTest extends MojoCase {

    private static final String STORE = "ei-cluster.certs.store";
    private static final String NEW_KEY = "ei-cluster.certs.newKey";
    private static final Pattern NAMED = Pattern.compile("repository/resources/security/[\\w.-]+\\.(?:jks|p12)");

    @Test
    @InjectMojo(goal = "certs")
    void keyStoresAndCertificatesAreMadeAndNothingElse(CertsMojo mojo) throws Exception {
        run(mojo);

        String security = "repository/resources/security/";
        assertThat(files(output("nodes/node1")))
                .containsExactly(
                        security + "client-truststore.jks", security + "ei-internal.jks", security + "ei-tls.jks");
        assertThat(files(output("certs")))
                .containsExactly("ca.crt", "nodes.crt", "server.crt", "server.csr", "server.key");
        assertThat(output("RUNBOOK.md")).doesNotExist();
        assertThat(mode(output("certs/server.key"))).isEqualTo("rw-------");
        assertThat(mode(output("certs/server.crt"))).isEqualTo("rw-r--r--");
        assertThat(mode(output("nodes/node2/" + security + "ei-tls.jks"))).isEqualTo("rw-------");
        assertThat(log().infos())
                .anyMatch(line ->
                        line.matches("load balancer: CN=ei\\.wso2\\.com.*, ends 20\\d\\d-\\d\\d-\\d\\d, generated"));
    }

    @Test
    void theOtherGoalsFindTheSameKeysAndSayNothingTwice(
            @InjectMojo(goal = "certs") CertsMojo mojo,
            @InjectMojo(goal = "configure") ConfigureMojo configure,
            @InjectMojo(goal = "package") PackageMojo pack)
            throws Exception {
        run(mojo);
        List<String> said = List.copyOf(log().infos());
        List<String> warned = List.copyOf(log().warnings());
        byte[] keys = Files.readAllBytes(output("nodes/node1/repository/resources/security/ei-tls.jks"));

        run(configure);
        run(pack);

        assertThat(log().infos()).doesNotHaveDuplicates().containsAll(said);
        assertThat(log().warnings()).doesNotHaveDuplicates().containsAll(warned);
        assertThat(output("nodes/node1/repository/resources/security/ei-tls.jks"))
                .hasBinaryContent(keys);
    }

    @Test
    @InjectMojo(goal = "configure")
    void configureNamesOnlyKeyStoresThatAreThere(ConfigureMojo configure) throws Exception {
        run(configure);

        for (String node : List.of("node1", "node2")) {
            Path home = output("nodes/" + node);
            List<String> named = Stream.of("conf/carbon.xml", "conf/axis2/axis2.xml", "conf/tomcat/catalina-server.xml")
                    .flatMap(path ->
                            NAMED.matcher(read(home.resolve(path))).results().map(r -> r.group()))
                    .filter(path -> !path.endsWith("/wso2carbon.jks"))
                    .distinct()
                    .toList();
            assertThat(named)
                    .contains("repository/resources/security/ei-tls.jks")
                    .allMatch(path -> Files.exists(home.resolve(path)));
        }
    }

    @Test
    @InjectMojo(goal = "certs")
    void keysAreKeptBelowTheHomeOfTheUserUnderTheNameOfTheProject(CertsMojo mojo) throws Exception {
        userProperties().remove(STORE);

        run(mojo);

        Path store = home().resolve(".ei-cluster/io.github.eicluster.test.guide");
        assertThat(store.resolve("internal.pem")).exists();
        assertThat(mode(store)).isEqualTo("rwx------");
    }

    @Test
    @InjectMojo(goal = "certs")
    @MojoParameter(name = "environment", value = "test")
    void eachEnvironmentHasKeysOfItsOwn(CertsMojo mojo) throws Exception {
        userProperties().remove(STORE);

        run(mojo);

        assertThat(home().resolve(".ei-cluster/io.github.eicluster.test.guide-test/internal.pem"))
                .exists();
    }

    @Test
    @InjectMojo(goal = "certs")
    void aStoreInTheBuildDirectoryIsWarnedOf(CertsMojo mojo) throws Exception {
        userProperties().setProperty(STORE, "target/keys");

        run(mojo);

        assertThat(target().resolve("keys/internal.pem")).exists();
        assertThat(log().warnings())
                .anyMatch(
                        line -> line.startsWith("cluster/certificates/store: '" + target().resolve("keys") + "' lies"));
    }

    @Test
    @InjectMojo(goal = "diff")
    void diffMakesNoKeys(DiffMojo diff) throws Exception {
        userProperties().setProperty(STORE, home().resolve("keys").toString());

        run(diff);

        assertThat(home()).doesNotExist();
        assertThat(targetFiles().keySet()).allMatch(path -> path.startsWith("ei-cluster/diff/"));
        assertThat(read(output("diff/node1.diff")))
                .contains("Binary file b/repository/resources/security/ei-tls.jks is added\n")
                .contains("Binary file b/repository/resources/security/client-truststore.jks differs\n");
    }

    @Test
    void passwordsOfKeyStoresAreNotShown(
            @InjectMojo(goal = "configure") ConfigureMojo configure, @InjectMojo(goal = "diff") DiffMojo diff)
            throws Exception {
        run(configure);
        run(diff);

        Matcher password = Pattern.compile("(?m)^(?:node|internal)=(\\w{20,})$").matcher(read(passwords()));
        assertThat(password.find()).isTrue();
        password.reset();
        while (password.find()) {
            assertThat(read(output("nodes/node1/conf/carbon.xml")) + read(output("nodes/node1/conf/axis2/axis2.xml")))
                    .contains(password.group(1));
            assertThat(read(output("diff/node1.diff")) + read(output("RUNBOOK.md")) + log().infos() + log().warnings())
                    .doesNotContain(password.group(1));
        }
    }

    @Test
    @MojoParameter(name = "newKey", value = "internal")
    void aNewKeyIsMadeOnceInASessionAndKept(
            @InjectMojo(goal = "certs") CertsMojo mojo, @InjectMojo(goal = "configure") ConfigureMojo configure)
            throws Exception {
        Path store = home().resolve("keys");
        userProperties().setProperty(STORE, store.toString());
        run(configure);
        String first = read(store.resolve("internal.pem"));
        newSession();
        userProperties().setProperty(NEW_KEY, "internal");

        run(mojo);
        String second = read(store.resolve("internal.pem"));
        run(mojo);
        run(configure);

        assertThat(second).isNotEqualTo(first);
        assertThat(read(store.resolve("internal.pem"))).isEqualTo(second);
        assertThat(files(store)).anyMatch(name -> name.matches("internal-[0-9a-f]{16}\\.pem"));
        assertThat(log().warnings()).noneMatch(line -> line.contains("was given, but"));
    }

    @Test
    @MojoParameter(name = "newKey", value = "true")
    void whatIsAskedForAgainInAnotherSessionIsDoneAgain(@InjectMojo(goal = "certs") CertsMojo mojo) throws Exception {
        Path store = home().resolve("keys");
        userProperties().setProperty(STORE, store.toString());
        userProperties().setProperty(NEW_KEY, "true");
        run(mojo);
        String first = read(store.resolve("ca.pem"));
        newSession();

        run(mojo);

        assertThat(read(store.resolve("ca.pem"))).isNotEqualTo(first);
    }

    @Test
    @InjectMojo(goal = "configure")
    void aWishThatOnlyCertsFulfilsIsNotPassedOverInSilence(ConfigureMojo configure) throws Exception {
        userProperties().setProperty(NEW_KEY, "true");

        run(configure);

        assertThat(log().warnings())
                .contains("-Dei-cluster.certs.newKey was given, but the goal certs has not run: nothing was made anew."
                        + " Run ei-cluster:certs before this goal.");
    }

    @Test
    @InjectMojo(goal = "certs")
    @MojoParameter(name = "newKey", value = "internal")
    void newKeyInAPomIsRefused(CertsMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("newKey: 'internal' stands in a POM or in settings.xml");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "certs")
    @MojoParameter(name = "newKey", value = "node, intern")
    void anUnknownKeyIsRefused(CertsMojo mojo) throws IOException {
        userProperties().setProperty(NEW_KEY, "node, intern");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("newKey: 'intern' is none of ca, loadBalancer, node, internal.");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/failing-plan")
    @InjectMojo(goal = "certs")
    void withAMistakeNoKeyIsMadeAndTheStoreIsFree(CertsMojo mojo) throws IOException {
        Path store = home().resolve("keys");
        userProperties().setProperty(STORE, store.toString());

        assertThatThrownBy(() -> run(mojo)).hasMessageStartingWith("The nodes cannot be configured on ");
        assertThatThrownBy(() -> run(mojo)).hasMessageStartingWith("The nodes cannot be configured on ");

        assertThat(targetFiles()).isEmpty();
        assertThat(files(store)).noneMatch(name -> name.endsWith(".pem"));
    }

    @Test
    @Basedir("/mojo/certs-and-nodes")
    @InjectMojo(goal = "certs")
    void mistakesOfCertificatesAndNodesComeTogether(CertsMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("cluster/certificates/node/certificate: ")
                .hasMessageContaining("clustering");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/no-certs")
    void withModeNoneThereIsNoStore(
            @InjectMojo(goal = "certs") CertsMojo mojo, @InjectMojo(goal = "configure") ConfigureMojo configure)
            throws Exception {
        Path store = home().resolve("keys");
        userProperties().setProperty(STORE, store.toString());

        run(mojo);
        run(configure);

        assertThat(store).doesNotExist();
        assertThat(output("certs")).doesNotExist();
        assertThat(output("nodes/node1/repository")).doesNotExist();
        assertThat(read(output("RUNBOOK.md"))).contains("are those of the distribution");
    }

    private Path passwords() {
        return Path.of(userProperties().getProperty(STORE), "passwords.properties");
    }

    private Path output(String path) {
        return target().resolve("ei-cluster").resolve(path);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}

package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.testing.OpenVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goals of the secure vault, and what the others do with the vault on. */
@MojoTest
@Basedir("/mojo/vault")
class VaultMojoTest extends MojoCase {

    private static final String TEXTS = "conf/security/cipher-text.properties";

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "attach", value = "true")
    void theStartUpPasswordLiesBesideTheArchivesForItsOwnerOnly(PackageMojo mojo) throws Exception {
        run(mojo);

        Path file = target().resolve("ei-cluster/vault/node1/password-tmp");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip();
        try (Distribution archive = Distribution.open(archive("node1"))) {
            assertThat(OpenVault.of(archive, password).values())
                    .containsEntry("Datasources.REGISTRY_DB.Configuration.Password", "reg<pass");
            assertThat(archive.files()).noneMatch(path -> path.contains("password-"));
        }
        assertThat(target().resolve("ei-cluster/vault/node2/password-tmp.txt"))
                .content()
                .isEqualTo(password + "\n");
        assertThat(target().resolve("ei-cluster/RUNBOOK.md"))
                .content()
                .contains("| node1 | `vault/node1/password-tmp` | `/opt/wso2/node1/wso2ei-6.6.0/password-tmp` | wso2 |")
                .contains("`C:\\wso2\\node2\\wso2ei-6.6.0\\password-tmp.txt`")
                .doesNotContain(password);
        assertThat(log().infos())
                .anyMatch(line -> line.matches("node1: \\d+ passwords in the secure vault, encrypted with"
                        + " repository/resources/security/ei-internal.jks; start-up password in .*password-tmp"));
        assertThat(log().warnings()).noneMatch(line -> line.contains("the attached archive holds"));
        assertThat(Stream.concat(log().infos().stream(), log().warnings().stream()))
                .noneMatch(line -> line.contains(password) || line.contains("reg<pass"));
    }

    @Test
    @InjectMojo(goal = "package")
    void anotherBuildMakesTheSameArchives(PackageMojo mojo) throws Exception {
        run(mojo);
        byte[] before = Files.readAllBytes(archive("node1"));
        Files.delete(archive("node1"));
        newSession();

        run(mojo);

        assertThat(archive("node1")).hasBinaryContent(before);
        assertThat(log().infos()).contains("node2: vault-1.0-node2.zip is up to date");
    }

    @Test
    void aDiffShowsNoPassword(@InjectMojo(goal = "package") PackageMojo mojo, @InjectMojo(goal = "diff") DiffMojo diff)
            throws Exception {
        run(mojo);
        String password = Files.readString(target().resolve("ei-cluster/vault/node1/password-tmp"))
                .strip();

        run(diff);

        assertThat(target().resolve("ei-cluster/diff/node1.diff"))
                .content()
                .contains("+UserManager.AdminUser.Password=", "svns:secretAlias")
                .doesNotContain(password, "reg<pass", "reg&lt;pass");
    }

    @Test
    void whatIsEncryptedIsProvedAndWhatIsBrokenIsFound(
            @InjectMojo(goal = "package") PackageMojo mojo, @InjectMojo(goal = "decrypt-check") DecryptCheckMojo check)
            throws Exception {
        run(mojo);

        run(check);

        assertThat(log().infos())
                .anyMatch(line ->
                        line.matches("node1: \\d+ values of vault-1\\.0-node1\\.zip decrypt to what is configured"))
                .anyMatch(line -> line.startsWith("node2: "));

        change("node2", TEXTS, text -> text.replaceFirst("(?m)^(UserManager.AdminUser.Password=).", "$1!"));
        assertThatThrownBy(() -> run(check))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("vault-1.0-node2.zip: " + TEXTS + " line ")
                .hasMessageContaining("'UserManager.AdminUser.Password' does not decrypt with the key of the node.")
                .hasMessageNotContaining("node1");
    }

    @Test
    void otherWaysToBreakAVaultAreFoundToo(
            @InjectMojo(goal = "package") PackageMojo mojo, @InjectMojo(goal = "decrypt-check") DecryptCheckMojo check)
            throws Exception {
        run(mojo);
        change("node1", TEXTS, text -> {
            String admin = line(text, "UserManager.AdminUser.Password");
            String database = line(text, "Datasources.REGISTRY_DB.Configuration.Password");
            return text.replace(database, admin) + "left.over=[clear]\n";
        });
        change(
                "node1",
                "conf/carbon.xml",
                text -> text.replace("\"Carbon.Security.TrustStore.Password\"", "\"Carbon.Security.Misspelt\""));

        assertThatThrownBy(() -> run(check))
                .hasMessageContaining(
                        "'Datasources.REGISTRY_DB.Configuration.Password' decrypts to another value than the configured one.")
                .hasMessageContaining("'left.over' does not decrypt with the key of")
                .hasMessageContaining("names 'Carbon.Security.Misspelt', which " + TEXTS + " does not have.")
                .hasMessageNotContaining("reg<pass");

        change(
                "node2",
                "conf/security/secret-conf.properties",
                text -> text + "\nsecretRepositories.file.algorithm=RSA/ECB/OAEPwithSHA1andMGF1Padding\n");
        assertThatThrownBy(() -> run(check))
                .hasMessageContaining(
                        "says RSA/ECB/OAEPwithSHA1andMGF1Padding in secretRepositories.file.algorithm, and the"
                                + " values are encrypted by RSA/ECB/PKCS1Padding.");

        change("node1", TEXTS, text -> text.replaceFirst("(?m)^UserManager.AdminUser.Password=.*\\n", ""));
        assertThatThrownBy(() -> run(check)).hasMessageContaining("'UserManager.AdminUser.Password' is missing.");
    }

    @Test
    void aValueThatNamesItsAliasItselfNeedsALineAndAnEmptyLineIsNone(
            @InjectMojo(goal = "package") PackageMojo mojo, @InjectMojo(goal = "decrypt-check") DecryptCheckMojo check)
            throws Exception {
        run(mojo);
        change("node1", TEXTS, text -> text + "empty.line=\n");
        run(check);

        change(
                "node1",
                "conf/tomcat/catalina-server.xml",
                text -> text.replaceFirst(
                        "truststorePassword=\"[^\"]*\"", "truststorePassword=\"\\$secret{no.line}\""));
        assertThatThrownBy(() -> run(check))
                .hasMessageContaining("names 'no.line', which " + TEXTS + " does not have.");
    }

    @Test
    @MojoParameter(name = "formats", value = "directory")
    void homesInFoldersAreProvedToo(
            @InjectMojo(goal = "package") PackageMojo mojo, @InjectMojo(goal = "decrypt-check") DecryptCheckMojo check)
            throws Exception {
        run(mojo);
        run(check);
        assertThat(log().infos()).anyMatch(line -> line.matches("node1: \\d+ values of .*node1.* decrypt to .*"));

        Path texts = target().resolve("ei-cluster/homes/node1/wso2ei-6.6.0/" + TEXTS);
        Files.writeString(texts, Files.readString(texts) + "left.over=[clear]\n");
        assertThatThrownBy(() -> run(check)).hasMessageContaining("'left.over' does not decrypt");
    }

    @Test
    @InjectMojo(goal = "decrypt-check")
    void withoutArchivesThereIsNothingToProve(DecryptCheckMojo check) {
        assertThatThrownBy(() -> run(check))
                .hasMessageContaining(
                        "node1: has no archive vault-1.0-node1.zip and no folder of that name. Run package first.")
                .hasMessageContaining("node2: has no archive");
    }

    @Test
    @Basedir("/mojo/guide")
    void withTheVaultOffTheGoalsSaySo(
            @InjectMojo(goal = "decrypt-check") DecryptCheckMojo check,
            @InjectMojo(goal = "encrypt") EncryptMojo encrypt) {
        assertThatThrownBy(() -> run(check)).hasMessageContaining("cluster/vault: is off");
        assertThatThrownBy(() -> run(encrypt)).hasMessageContaining("cluster/vault: is off");
    }

    @Test
    @MojoParameter(name = "encryptServerId", value = "ei-broker")
    @MojoParameter(name = "encryptAlias", value = "broker.password")
    void theServersPasswordIsEncryptedForTheNodesOfTheArchives(
            @InjectMojo(goal = "encrypt") EncryptMojo encrypt, @InjectMojo(goal = "package") PackageMojo mojo)
            throws Exception {
        run(encrypt);
        String line = log().infos().stream()
                .filter(text -> text.startsWith("broker.password="))
                .findFirst()
                .orElseThrow();
        assertThat(log().infos()).contains("for node1, node2:").noneMatch(text -> text.contains("mq-secret"));

        run(mojo);
        change("node1", TEXTS, text -> text + line + "\n");

        String password = Files.readString(target().resolve("ei-cluster/vault/node1/password-tmp"))
                .strip();
        try (Distribution archive = Distribution.open(archive("node1"))) {
            assertThat(OpenVault.of(archive, password).values()).containsEntry("broker.password", "mq-secret");
        }
    }

    @Test
    @InjectMojo(goal = "encrypt")
    @MojoParameter(name = "encryptServerId", value = "nobody")
    void aServerThatIsNotThereIsAMistake(EncryptMojo encrypt) {
        assertThatThrownBy(() -> run(encrypt))
                .hasMessageContaining("encryptServerId: 'nobody' names no server of settings.xml with a password.");
    }

    @Test
    @InjectMojo(goal = "encrypt")
    @MojoParameter(name = "encryptAlias", value = "a=b")
    void aNameThatWouldEndTheLineIsAMistake(EncryptMojo encrypt) {
        assertThatThrownBy(() -> run(encrypt)).hasMessageContaining("encryptAlias: 'a=b' is no name of a value.");
    }

    @Test
    @InjectMojo(goal = "encrypt")
    void inBatchModeNobodyIsAsked(EncryptMojo encrypt) {
        assertThatThrownBy(() -> run(encrypt)).hasMessageContaining("encrypt: cannot ask for a value in batch mode.");
    }

    @Test
    void aPersonIsAskedTwiceAndBothHaveToBeTheSame() {
        assertThat(prompt("one", "one").ask(true).reveal()).isEqualTo("one");
        assertThatThrownBy(() -> prompt("one", "two").ask(true))
                .hasMessageContaining("got two different values")
                .hasMessageNotContaining("two.");
        assertThatThrownBy(() -> prompt("", "").ask(true)).hasMessageContaining("got no value");
        assertThatThrownBy(() -> prompt().ask(true)).hasMessageContaining("finds no console to ask on");
    }

    @Test
    @InjectMojo(goal = "configure")
    void thePasswordOfANodeThatIsGoneIsRemoved(ConfigureMojo on) throws Exception {
        Path stale = target().resolve("ei-cluster/vault/node9/password-tmp");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "old");

        run(on);

        assertThat(stale).doesNotExist();
        assertThat(target().resolve("ei-cluster/vault").toFile().list()).containsExactlyInAnyOrder("node1", "node2");
    }

    private static SecretPrompt prompt(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return new SecretPrompt() {
            @Override
            Optional<char[]> read(String prompt) {
                return Optional.ofNullable(left.poll()).map(String::toCharArray);
            }
        };
    }

    private static String line(String text, String alias) {
        return text.lines()
                .filter(line -> line.startsWith(alias + "="))
                .findFirst()
                .orElseThrow()
                .substring(alias.length() + 1);
    }

    private Path archive(String node) {
        return target().resolve("vault-1.0-" + node + ".zip");
    }

    private void change(String node, String path, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive(node), Map.of())) {
            Path file = zip.getPath("wso2ei-6.6.0", path);
            String before = Files.readString(file, StandardCharsets.ISO_8859_1);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file, after, StandardCharsets.ISO_8859_1);
        }
    }
}

package io.github.eicluster.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gives a server the password of its vault at every start. */
class VaultCredentialTest {

    private static final Pattern START = Pattern.compile("(?m)^ExecStartPre=/bin/sh -c '([^']*)'$");

    @TempDir
    Path folder;

    @Test
    void eachNodeWithAUnitReadsACredentialOfItsOwn() {
        Map<String, String> files =
                Served.files(pom("<startup>credential</startup>")).files();

        assertThat(files).containsKeys("wso2ei-node1.service.d/vault.conf", "wso2ei-node2.service.d/vault.conf");
        assertThat(files.keySet()).noneMatch(path -> path.contains("node3"));
        assertThat(files.get("wso2ei-node2.service.d/vault.conf"))
                .contains("\nLoadCredential=vault-password:/etc/credstore/wso2ei-node2.vault-password\n")
                .contains("\nExecStopPost=/bin/rm -f /opt/wso2/node2/wso2ei-6.6.0/password-tmp\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<mode>off</mode>", "<startup>file</startup><passwordFile>password-persist</passwordFile>"})
    void otherWaysToStartNeedNothingBesideTheUnit(String vault) {
        assertThat(Served.files(pom(vault)).files().keySet()).noneMatch(path -> path.endsWith("vault.conf"));
    }

    /** The server overwrites the file before it deletes it, so that it has to be its owner's to write. */
    @Test
    void theCommandBeforeTheStartMakesTheFileThatTheServerReads() throws Exception {
        Files.writeString(folder.resolve("vault-password"), "a $ecret 'with' \"signs\"\n");
        Files.setPosixFilePermissions(folder.resolve("vault-password"), PosixFilePermissions.fromString("r--------"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("password-tmp"), "of the start before");

        Programs.Output output =
                Programs.run(home, Map.of("CREDENTIALS_DIRECTORY", folder.toString()), "/bin/sh", "-c", command());

        assertThat(output).isEqualTo(new Programs.Output(0, ""));
        assertThat(home.resolve("password-tmp")).content().isEqualTo("a $ecret 'with' \"signs\"\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password-tmp"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutTheCredentialTheStartFails() throws Exception {
        Programs.Output output =
                Programs.run(folder, Map.of("CREDENTIALS_DIRECTORY", folder.toString()), "/bin/sh", "-c", command());

        assertThat(output.exit()).isNotZero();
    }

    /** As systemd hands it to the shell: a doubled sign is one. */
    private static String command() {
        String file =
                Served.files(pom("<startup>credential</startup>")).files().get("wso2ei-node1.service.d/vault.conf");
        Matcher start = START.matcher(file);
        assertThat(start.find()).as(file).isTrue();
        return start.group(1).replace("$$", "$");
    }

    private static Pom pom(String vault) {
        return Pom.of(Served.MIXED).with("cluster/vault", vault);
    }
}

package io.github.eicluster.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code systemd-analyze verify} accepts every unit without a word. */
class VerifiedBySystemdTest {

    @TempDir
    Path folder;

    @Test
    void systemdAcceptsTheUnitsOfTheDefaults() throws Exception {
        assertThat(verify(Pom.of(Served.MIXED))).isEqualTo(new Programs.Output(0, ""));
    }

    @Test
    void systemdAcceptsEveryDeclaredValue() throws Exception {
        Pom declared = Pom.of(Served.MIXED)
                .with(
                        "cluster/service",
                        "<user>esb_1</user><group>middle-ware</group><directory>/srv/a+b@c</directory>"
                                + "<openFiles>1048576</openFiles><processes>1024</processes><restart>no</restart>"
                                + "<stopTimeout>3600</stopTimeout><umask>0002</umask>")
                .with("cluster/deploymentSync", "<interval>86400</interval><tenants>true</tenants>");
        assertThat(verify(declared)).isEqualTo(new Programs.Output(0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhttp.nonProxyHosts=*.example.com|10.*",
                "-Xloggc:repository/logs/gc-%t-%p.log",
                "-Da=100%",
                "-Db=$x;$(y)#z",
                "-Dname=Zoë"
            })
    void systemdAcceptsEveryLegalOptionOfJava(String option) throws Exception {
        Pom pom = Pom.of(Served.MIXED).with("cluster/nodes/node[1]/jvm/options/option", "<![CDATA[" + option + "]]>");
        assertThat(verify(pom)).isEqualTo(new Programs.Output(0, ""));
    }

    @Test
    void systemdAcceptsTheCredentialOfTheVault() throws Exception {
        assertThat(verify(Pom.of(Served.MIXED).with("cluster/vault", "<startup>credential</startup>")))
                .isEqualTo(new Programs.Output(0, ""));
    }

    /** If the file beside the unit were not read, the test above would show nothing. */
    @Test
    void systemdReadsTheFileBesideTheUnit() throws Exception {
        Programs.Output output = verify(
                Served.files(Pom.of(Served.MIXED).with("cluster/vault", "<startup>credential</startup>"))
                        .files(),
                "LoadCredential=",
                "LoadCredentials=");
        assertThat(output.text()).contains("LoadCredentials");
    }

    /** If this were accepted, the tests above would show nothing. */
    @Test
    void systemdFindsAMistake() throws Exception {
        Programs.Output output = verify(
                Served.files(Pom.of(Served.MIXED)).files(), "TimeoutStopSec=180", "TimeoutStopSec=soon\nLimitNOFIL=1");
        assertThat(output.text()).contains("soon", "LimitNOFIL");
    }

    private Programs.Output verify(Pom pom) throws IOException, InterruptedException {
        return verify(Served.files(pom).files(), "", "");
    }

    private Programs.Output verify(Map<String, String> files, String from, String to)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.installed("systemd-analyze"), "verify"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace(from, to));
            if (file.getKey().endsWith(".service") || file.getKey().endsWith(".timer")) {
                command.add(path.toString());
            }
        }
        assertThat(command).hasSizeGreaterThan(4);
        return Programs.run(folder, Map.of(), command.toArray(String[]::new));
    }
}

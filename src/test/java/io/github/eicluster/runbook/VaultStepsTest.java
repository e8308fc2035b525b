package io.github.eicluster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import org.junit.jupiter.api.Test;

class VaultStepsTest {

    private static final Pom GUIDE = RunbookCase.GUIDE.pom();

    @Test
    void withoutAVaultThereIsNothingToSay() {
        assertThat(runbook(GUIDE)).doesNotContain("Secure vault").contains("The archives hold passwords unless");
    }

    @Test
    void aServerThatAsksIsStartedInTheForeground() {
        String runbook = runbook(GUIDE.with("cluster/vault", "on"));

        assertThat(section(runbook))
                .contains("Each server asks for it on the console at every start")
                .contains("`passwords.properties` in `~/.ei-cluster/com.example.shop`")
                .doesNotContain("| node |");
        assertThat(runbook)
                .contains("integrator.sh\n")
                .doesNotContain("integrator.sh start")
                .contains("The archives hold no password in clear text but those that the build names");
    }

    @Test
    void aFileForOneStartIsCopiedBeforeEachStart() {
        String runbook = runbook(GUIDE.with("cluster/vault", "<startup>file</startup>"));

        assertThat(section(runbook))
                .contains("Copy the file to its place before each start")
                .contains(
                        "| node1 | `vault/node1/password-tmp` | `/opt/wso2/node1/wso2ei-6.6.0/password-tmp` | wso2 |");
        assertThat(runbook).contains("integrator.sh start");
    }

    @Test
    void aFileThatStaysIsARiskThatIsSaid() {
        assertThat(section(runbook(GUIDE.with(
                        "cluster/vault", "<startup>file</startup><passwordFile>password-persist</passwordFile>"))))
                .contains("Whoever can read the home can decrypt the vault")
                .contains(
                        "| node2 | `vault/node2/password-persist` | `/opt/wso2/node2/wso2ei-6.6.0/password-persist` | wso2 |");
    }

    @Test
    void aCredentialIsAFileOfRoot() {
        String runbook = runbook(GUIDE.with("cluster/jvm/javaHome", "/jdk")
                .with("cluster/service", "wso2")
                .with("cluster/vault", "<startup>credential</startup>"));

        assertThat(section(runbook))
                .contains("Copy `services/wso2ei-<node>.service.d` to `/etc/systemd/system` with the unit")
                .contains(
                        "| node1 | `vault/node1/vault-password` | `/etc/credstore/wso2ei-node1.vault-password` | root |");
    }

    @Test
    void theSectionStandsBeforeTheFirstStart() {
        String runbook = runbook(GUIDE.with("cluster/vault", "on"));

        assertThat(runbook.indexOf(". Secure vault\n"))
                .isGreaterThan(runbook.indexOf(". Install the nodes\n"))
                .isLessThan(runbook.indexOf(". First start\n"));
    }

    private static String runbook(Pom pom) {
        return new RunbookWriter(new Templates())
                .runbook(RunbookCase.GUIDE.data(pom.read().cluster()));
    }

    private static String section(String runbook) {
        int start = runbook.indexOf(". Secure vault\n");
        assertThat(start).isPositive();
        return runbook.substring(start, runbook.indexOf("\n## ", start));
    }
}

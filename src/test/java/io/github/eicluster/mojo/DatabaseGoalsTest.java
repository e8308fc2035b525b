package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Parameters of the goals that work on databases, before a connection is opened. */
@MojoTest
@Basedir("/mojo/guide")
class DatabaseGoalsTest extends MojoCase {

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminServerId", value = "nobody")
    void anUnknownServerOfTheSettingsIsNamed(InitDatabasesMojo mojo) {
        fails(
                mojo,
                "adminServerId: 'nobody' names no server of settings.xml. Add <server><id>nobody</id><username>..</username>"
                        + "<password>..</password></server> to settings.xml.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminServerId", value = "nameless")
    void aServerWithoutAUserIsNamed(InitDatabasesMojo mojo) {
        fails(
                mojo,
                "adminServerId: 'nameless' names a server of settings.xml that has no user name. Add <username>..</username>"
                        + " to it.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminServerId", value = "ei-db-admin")
    @MojoParameter(name = "adminUsername", value = "root")
    void twoLoginsContradictEachOther(InitDatabasesMojo mojo) {
        fails(
                mojo,
                "adminServerId: contradicts adminUsername and adminPassword, which give a login too. Keep one of them.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminUsername", value = "root")
    void halfALoginIsNone(InitDatabasesMojo mojo) {
        fails(mojo, "adminPassword: is missing beside its other half. Give it, or adminServerId instead of both.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminUsername", value = "root")
    @MojoParameter(name = "adminPassword", value = "env:NO_SUCH_VARIABLE_HERE")
    void aVariableThatIsNotSetIsNamed(InitDatabasesMojo mojo) {
        fails(
                mojo,
                "adminPassword: 'env:NO_SUCH_VARIABLE_HERE' names an environment variable that is not set. Set"
                        + " NO_SUCH_VARIABLE_HERE.");
    }

    @Test
    @Basedir("/mojo/safe-admin")
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminUsername", value = "root")
    @MojoParameter(name = "adminPassword", value = "toor")
    @MojoParameter(name = "production", value = "true")
    void aPasswordInClearTextIsNotForProduction(InitDatabasesMojo mojo) {
        userProperties().setProperty("ei-cluster.admin.serverId", "ei-db");
        fails(
                mojo,
                "adminPassword: is written in clear text. Name a server of settings.xml with adminServerId, or write"
                        + " env:NAME.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "lockTimeout", value = "0")
    void aTimeIsANumberOfSeconds(InitDatabasesMojo mojo) {
        fails(mojo, "lockTimeout: '0' is no number of seconds from 1 to 86400. Write one such as 30.");
    }

    @Test
    @InjectMojo(goal = "check-databases")
    @MojoParameter(name = "loginTimeout", value = "soon")
    void aTimeIsANumber(CheckDatabasesMojo mojo) {
        fails(mojo, "loginTimeout: 'soon' is no number of seconds from 1 to 86400. Write one such as 30.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "skipInitDatabases", value = "true")
    void initDatabasesCanBeSkipped(InitDatabasesMojo mojo) throws Exception {
        run(mojo);
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.init-databases.skip).");
    }

    @Test
    @InjectMojo(goal = "check-databases")
    @MojoParameter(name = "skipCheckDatabases", value = "true")
    void checkDatabasesCanBeSkipped(CheckDatabasesMojo mojo) throws Exception {
        run(mojo);
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.check-databases.skip).");
    }

    private void fails(AbstractMojo mojo, String message) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(message);
        assertThat(targetNames()).isEmpty();
    }
}

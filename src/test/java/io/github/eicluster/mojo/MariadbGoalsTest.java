package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.MariadbServer;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@MojoTest
@Basedir("/mojo/live-mariadb")
@ExtendWith(MariadbServer.Shared.class)
class MariadbGoalsTest extends LiveDatabaseCase {

    MariadbGoalsTest(MariadbServer server) {
        super("mariadb", "org.mariadb.jdbc:mariadb-java-client:2.7.13", server);
    }

    @Test
    @Basedir("/mojo/live-databases")
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminServerId", value = "ei-db-admin")
    void accountsOfTheNodesOnlyAreAWarning(InitDatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).contains(names().get(1) + ": made 2 tables");
        assertThat(log().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(names().get(1) + ": the login of '" + user() + "' at ")
                        .endsWith(" Its accounts are for other machines than this one: run check-databases there."));
    }
}

package io.github.eicluster.mojo;

import io.github.eicluster.testing.PostgresServer;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.extension.ExtendWith;

@MojoTest
@Basedir("/mojo/live-databases")
@ExtendWith(PostgresServer.Shared.class)
class PostgresGoalsTest extends LiveDatabaseCase {

    PostgresGoalsTest(PostgresServer server) {
        super("postgresql", "org.postgresql:postgresql:42.7.8", server);
    }
}

package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.DatabaseType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorTest {

    @Test
    void whatAServerQuotesHoldsNoPassword() throws SQLException {
        try (LoadedDriver driver = LiveDatabase.driver(DatabaseType.H2)) {
            Connector connector = new Connector(driver);
            connector
                    .open("jdbc:h2:mem:", LiveDatabase.credentials("ei", "s3cret#1"))
                    .close();
            SQLException refused = new SQLException("You have an error near 's3cret#1' at line 1.\nSecond line");
            assertThat(connector.reason(refused)).isEqualTo("You have an error near '***' at line 1");
        }
    }

    @Test
    void theCauseIsSaidIfItSaysMore() throws SQLException {
        try (LoadedDriver driver = LiveDatabase.driver(DatabaseType.H2)) {
            SQLException failure = new SQLException("Link failure", new SQLException("Connection refused"));
            assertThat(new Connector(driver).reason(failure)).isEqualTo("Link failure: Connection refused");
        }
    }

    @Test
    void aJarWithoutTheDriverIsRefusedWithTheRemedy(@TempDir Path folder) {
        List<Path> jars = List.of(folder.resolve("empty.jar"));
        assertThatThrownBy(() -> LoadedDriver.load(jars, "com.example.Driver", Duration.ofSeconds(1)))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The JDBC driver com.example.Driver cannot be loaded from " + jars
                        + ". Name the artifact that holds it in database/driver.");
    }
}

package io.github.eicluster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server that other tests rely on asks for passwords, and ends when told. */
@ExtendWith(MariadbServer.Shared.class)
class MariadbServerTest {
    @Test
    void mariadbTakesTheRightPasswordOnly(MariadbServer server) throws SQLException {
        assertThat(server.connect("").isValid(0)).isTrue();
        assertThatThrownBy(() -> server.connect("", "administrator", "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
        assertThatThrownBy(() -> server.connect("", "nobody", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void mysqlsOwnDriverTalksToItToo(MariadbServer server) throws SQLException {
        String url = "jdbc:mysql://127.0.0.1:" + server.port() + "/";
        try (Connection connection =
                DriverManager.getConnection(url, server.administrator(), DatabaseServer.ADMINISTRATOR_PASSWORD)) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).contains("MariaDB");
        }
    }

    @Test
    void aKilledMariadbAnswersNobodyAndLeavesNoFolder() throws SQLException {
        MariadbServer server = MariadbServer.start();
        Connection connection = server.connect("");
        server.kill();
        assertThat(connection.isValid(1)).isFalse();
        assertThatThrownBy(() -> server.connect("")).isInstanceOf(SQLException.class);
        server.close();
        assertThat(Files.exists(server.folder())).isFalse();
    }
}

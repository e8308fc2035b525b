package io.github.eicluster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server that other tests rely on asks for passwords, and ends when told. */
@ExtendWith(PostgresServer.Shared.class)
class PostgresServerTest {
    @Test
    void postgresTakesTheRightPasswordOnly(PostgresServer server) throws SQLException {
        assertThat(server.connect("").isValid(0)).isTrue();
        assertThatThrownBy(() -> server.connect("", "postgres", "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void aKilledPostgresAnswersNobody() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            Connection connection = server.connect("");
            server.kill();
            assertThat(connection.isValid(0)).isFalse();
            assertThatThrownBy(() -> server.connect("")).isInstanceOf(SQLException.class);
        }
    }
}

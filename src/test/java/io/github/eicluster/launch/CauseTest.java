package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of logs, and what is said of them. */
class CauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.IOException: keystore password was incorrect"
                        + " | a key store does not open with the password that the files give",
                "java.net.BindException: Address already in use (Bind failed)"
                        + " | an address that it has to listen on is in use",
                "java.net.BindException: Cannot assign requested address (Bind failed)"
                        + " | an address that it has to listen on is none of this machine",
                "X Cannot initialize cluster | the cluster cannot be initialised",
                "Unable to look-up JNDI name jdbc/WSO2RegistryDB | a JNDI name leads to no datasource",
                "org.postgresql.util.PSQLException: Connection to db:5432 refused. | a database refuses the connection",
                "java.sql.SQLNonTransientConnectionException: Could not connect: Connection refused"
                        + " | a database refuses the connection",
                " [ERROR] CARBON is supported only on JDK 1.7 and 1.8 | the JDK does not suit this EI",
                "Unrecognized VM option 'MaxPermSize=256m' | Java does not start with its options",
                "com.hazelcast.config.ConfigMismatchException: Incompatible joiners! | the members refuse each other",
                "JdbcSQLException: Database may be already in use | another process holds a file of an embedded database",
                "org.h2.jdbc.JdbcSQLException: Table \"REG_LOG\" not found | a database has no tables of EI"
            })
    void whatALineTellsIsSaidInWords(String line, String text) {
        assertThat(Cause.in(line)).map(Cause::text).hasValue(text);
    }

    /** A server that starts calls such services, and goes on when they do not answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.http.conn.HttpHostConnectException: Connection to http://backend:8080 refused",
                "WARN - ConnectCallback Connection refused or failed for : backend/10.0.0.9:8080",
                "java.net.ConnectException: Connection refused"
            })
    void aServiceThatRefusesIsNoReason(String line) {
        assertThat(Cause.in(line)).isEmpty();
    }
}

package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Opens connections with one driver, and keeps the passwords that it used out of messages. */
final class Connector {

    private final LoadedDriver driver;
    private final List<String> secrets = new ArrayList<>();

    Connector(LoadedDriver driver) {
        this.driver = driver;
    }

    /** Logs in as the nodes do. */
    Connection open(Target target) throws SQLException {
        return open(target.url(), target.credentials());
    }

    /** Logs in as the nodes do, without making the file of an embedded database. */
    Connection readOnly(Target target) throws SQLException {
        String url = target.type() == DatabaseType.H2 ? target.url() + ";IFEXISTS=TRUE" : target.url();
        return open(url, target.credentials());
    }

    /** Logs in as somebody else. */
    Connection open(String url, Credentials credentials) throws SQLException {
        hide(credentials.password().reveal());
        return driver.connect(url, credentials);
    }

    /** Keeps a text out of messages; servers quote parts of statements that they do not understand. */
    void hide(String secret) {
        if (!secret.isEmpty() && !secrets.contains(secret)) {
            secrets.add(secret);
        }
    }

    /** What the server says, without passwords. */
    String reason(SQLException failure) {
        String reason = Words.reason(failure);
        for (String secret : secrets) {
            reason = reason.replace(secret, "***");
        }
        return reason;
    }
}

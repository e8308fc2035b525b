package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The users of the nodes: which of them are made, and how their passwords are written.
 *
 * @param engine engine
 * @param showPasswords whether passwords are written in clear text
 * @param hosts hosts from which the users may connect, for MySQL and MariaDB
 */
record Accounts(DatabaseEngine engine, boolean showPasswords, List<String> hosts) {

    /** Users that a server has from the start, and that may do everything. */
    private static final Set<String> ADMINISTRATORS =
            Set.of("root", "mysql", "mariadb.sys", "postgres", "sys", "system", "sa", "db2admin", "db2inst1");

    Accounts {
        hosts = List.copyOf(hosts);
    }

    /** Whether the user is a server's own administrator, which nobody makes. */
    static boolean isAdministrator(String user) {
        return ADMINISTRATORS.contains(user.toLowerCase(Locale.ROOT));
    }

    /** Users of the databases, each once, without administrators. */
    static List<Credentials> made(List<PlannedDatabase> databases) {
        return databases.stream()
                .map(PlannedDatabase::credentials)
                .filter(credentials -> !isAdministrator(credentials.username()))
                .distinct()
                .toList();
    }

    /** What stands for a password: no SQL, so that a file in which it was forgotten is refused. */
    static String placeholder(String user) {
        return "<password of " + user + ">";
    }

    /** The password as the engine's SQL writes it, or its placeholder. */
    String password(Credentials credentials) {
        if (!showPasswords) {
            return placeholder(credentials.username());
        }
        Secret password = credentials.password();
        return switch (engine) {
            case ORACLE -> engine.quote(password.reveal());
            case MSSQL -> "N" + engine.literal(password.reveal());
            default -> engine.literal(password.reveal());
        };
    }
}

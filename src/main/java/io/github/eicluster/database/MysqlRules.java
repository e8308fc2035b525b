package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerVersion;
import io.github.eicluster.model.Databases;
import java.util.Optional;

/** What is peculiar to MySQL and MariaDB. */
final class MysqlRules {

    private MysqlRules() {}

    /**
     * Before 5.7 a key has 767 bytes, which the paths of the registry (750 characters) fill with one byte each. Later
     * servers take 3072, enough for any character. The collations tell small letters from capitals, as the engines do whose
     * names the registry was made with.
     */
    static String characterSet(Optional<String> version) {
        return ServerVersion.atLeast(version, 5, 7)
                ? "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
                : "CHARACTER SET latin1 COLLATE latin1_general_cs";
    }

    /** Servers before 5.7 do not know IF NOT EXISTS here. */
    static String createUser(Databases.Server server) {
        return ServerVersion.atLeast(server.version(), 5, 7) ? "CREATE USER IF NOT EXISTS " : "CREATE USER ";
    }

    /** Servers before 5.7 take this with GRANT only. */
    static String encryption(Databases.Server server) {
        return server.tls() == Databases.Tls.REQUIRED && ServerVersion.atLeast(server.version(), 5, 7)
                ? " REQUIRE SSL"
                : "";
    }

    /** To MySQL, a user is a name and the host that it comes from. */
    static String account(DatabaseEngine engine, String user, String host) {
        return engine.literal(user) + "@" + engine.literal(host);
    }

    /** In a grant the name of a database is a pattern: an underscore would stand for any character. */
    static String pattern(String database) {
        return database.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
    }
}

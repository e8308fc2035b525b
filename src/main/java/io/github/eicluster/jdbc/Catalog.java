package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the catalog of a server what is there, so that an administrator needs no privilege for what nobody has to make. */
final class Catalog {

    private final DatabaseType type;
    private final Connection connection;

    Catalog(DatabaseType type, Connection connection) {
        this.type = type;
        this.connection = connection;
    }

    /** Whether it is there already; if the catalog does not tell, the server will refuse to make it twice. */
    boolean has(Creation creation) throws SQLException {
        Optional<String> query = query(creation.kind());
        if (query.isEmpty()) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(query.get())) {
            statement.setString(1, creation.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private Optional<String> query(Creation.Kind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case DATABASE -> databases();
                    case USER -> users();
                    case SCHEMA -> schemas();
                    case GRANT -> null;
                });
    }

    private String databases() {
        return switch (type) {
            case MYSQL, MARIADB -> "SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?";
            case POSTGRESQL -> "SELECT 1 FROM pg_database WHERE datname = ?";
            case MSSQL -> "SELECT 1 FROM sys.databases WHERE name = ?";
            case ORACLE, DB2, H2 -> null;
        };
    }

    private String users() {
        return switch (type) {
            case POSTGRESQL -> "SELECT 1 FROM pg_roles WHERE rolname = ?";
            case MSSQL -> "SELECT 1 FROM sys.server_principals WHERE name = ?";
            case ORACLE -> "SELECT 1 FROM ALL_USERS WHERE USERNAME = ?";
            // MySQL's statement says IF NOT EXISTS, for each host of the user.
            case MYSQL, MARIADB, DB2, H2 -> null;
        };
    }

    private String schemas() {
        return switch (type) {
            case POSTGRESQL -> "SELECT 1 FROM pg_namespace WHERE nspname = ?";
            case MSSQL -> "SELECT 1 FROM sys.database_principals WHERE name = ?";
            case DB2 -> "SELECT 1 FROM SYSCAT.SCHEMATA WHERE SCHEMANAME = ?";
            case MYSQL, MARIADB, ORACLE, H2 -> null;
        };
    }
}

package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A script in the shape of the vendor's, in words of our own: forty tables with keys, indexes and constraints, comments
 * full of traps, rows, a stored body, and line ends of Windows.
 */
final class PackScript {

    /** Names of the tables. */
    static final List<String> TABLES = List.of(
            "REG_CLUSTER_LOCK",
            "REG_LOG",
            "REG_PATH",
            "REG_CONTENT",
            "REG_CONTENT_HISTORY",
            "REG_RESOURCE",
            "REG_RESOURCE_HISTORY",
            "REG_COMMENT",
            "REG_RESOURCE_COMMENT",
            "REG_RATING",
            "REG_RESOURCE_RATING",
            "REG_TAG",
            "REG_RESOURCE_TAG",
            "REG_PROPERTY",
            "REG_RESOURCE_PROPERTY",
            "REG_ASSOCIATION",
            "REG_SNAPSHOT",
            "UM_TENANT",
            "UM_DOMAIN",
            "UM_USER",
            "UM_SYSTEM_USER",
            "UM_ROLE",
            "UM_MODULE",
            "UM_MODULE_ACTIONS",
            "UM_PERMISSION",
            "UM_ROLE_PERMISSION",
            "UM_USER_PERMISSION",
            "UM_USER_ROLE",
            "UM_SHARED_USER_ROLE",
            "UM_ACCOUNT_MAPPING",
            "UM_USER_ATTRIBUTE",
            "UM_DIALECT",
            "UM_CLAIM",
            "UM_PROFILE_CONFIG",
            "UM_CLAIM_BEHAVIOR",
            "UM_HYBRID_ROLE",
            "UM_HYBRID_USER_ROLE",
            "UM_SYSTEM_ROLE",
            "UM_SYSTEM_USER_ROLE",
            "UM_HYBRID_REMEMBER_ME");

    /** Number of statements: two for each table, one row and one stored body. */
    static final int STATEMENTS = 2 * TABLES.size() + 2;

    private PackScript() {}

    /** The script of an engine that has a stored body: MySQL, MariaDB, PostgreSQL, or H2 without one. */
    static SqlScript of(DatabaseType type) {
        return SqlScript.read(name(type), text(type).getBytes(StandardCharsets.UTF_8), type);
    }

    private static String name(DatabaseType type) {
        return (type == DatabaseType.MARIADB ? "mysql" : type.text()) + ".sql";
    }

    private static String text(DatabaseType type) {
        boolean mysql = type == DatabaseType.MYSQL || type == DatabaseType.MARIADB;
        StringBuilder text = new StringBuilder("-- The registry's tables; it's theirs.\n\n");
        for (String table : TABLES) {
            text.append("/* ").append(table).append("; created below */\n");
            text.append("CREATE TABLE ").append(mysql && table.startsWith("REG_") ? "IF NOT EXISTS " : "");
            text.append(table)
                    .append(" (\n\tID INTEGER NOT NULL, -- not \"auto\";\n\tNAME VARCHAR (100) DEFAULT ';',\n");
            text.append("\tTENANT_ID INTEGER DEFAULT 0,\n\tPRIMARY KEY (ID, TENANT_ID)\n)");
            text.append(mysql ? "ENGINE INNODB;\n" : ";\n");
            text.append("CREATE INDEX ").append(table).append("_BY_NAME ");
            text.append(mysql ? "USING HASH " : "").append("ON ").append(table).append(" (NAME);\n\n");
        }
        text.append("INSERT INTO UM_DOMAIN (ID, NAME) VALUES (1, 'it''s; PRIMARY');\n\n")
                .append(body(type));
        return text.toString().replace("\n", "\r\n");
    }

    private static String body(DatabaseType type) {
        return switch (type) {
            case MYSQL, MARIADB -> """
                # A trigger; its body holds semicolons.
                DELIMITER //
                CREATE TRIGGER REG_LOG_NAMED BEFORE INSERT ON REG_LOG FOR EACH ROW
                BEGIN
                    IF NEW.NAME = ';' THEN
                        SET NEW.NAME = 'unnamed';
                    END IF;
                END//
                DELIMITER ;
                """;
            case POSTGRESQL -> """
                CREATE FUNCTION named() RETURNS TRIGGER AS $$
                BEGIN
                    IF NEW.NAME = ';' THEN
                        NEW.NAME := 'unnamed';
                    END IF;
                    RETURN NEW;
                END;
                $$ LANGUAGE plpgsql;
                """;
            default -> "CREATE VIEW DOMAINS AS SELECT NAME FROM UM_DOMAIN;\n";
        };
    }
}

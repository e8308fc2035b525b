package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.util.Set;

/**
 * What an engine's scripts are written in, as the engine's own command line client reads them: mysql, psql, SQL*Plus,
 * sqlcmd, the DB2 command line processor, H2's RunScript.
 */
enum SqlDialect {
    MYSQL,
    POSTGRESQL,
    ORACLE,
    MSSQL,
    DB2,
    H2;

    static SqlDialect of(DatabaseType type) {
        return type == DatabaseType.MARIADB ? MYSQL : valueOf(type.name());
    }

    boolean has(SqlForm form) {
        Set<SqlDialect> dialects = switch (form) {
            case HASH_COMMENT, EXECUTABLE_COMMENT, BACKSLASH, BACKTICK, DELIMITER -> Set.of(MYSQL);
            case E_STRING -> Set.of(POSTGRESQL);
            case Q_STRING, PLSQL -> Set.of(ORACLE);
            case BRACKET, GO -> Set.of(MSSQL);
            case DOLLAR -> Set.of(POSTGRESQL, H2);
            case ATOMIC -> Set.of(POSTGRESQL, DB2);
            case SLASH -> Set.of(ORACLE, DB2);
            case NESTED_COMMENT -> Set.of(POSTGRESQL, MSSQL, DB2);
        };
        return dialects.contains(this);
    }
}

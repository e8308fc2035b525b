package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.Set;

/**
 * Why a server or a driver refused, as far as the remedy depends on it. SQL states are those of the SQL standard and of
 * PostgreSQL's appendix; numbers those of the engines' own lists of errors.
 */
enum FailureKind {
    /** Nobody answers, or the connection broke. */
    CONNECTION,
    /** User name, password or the user's host is wrong. */
    LOGIN,
    /** The database, or Oracle's service, is not there. */
    NO_DATABASE,
    /** The user may not do it. */
    PRIVILEGE,
    /** What is created is there already. */
    EXISTS,
    /** Another process holds a file of H2, or a lock. */
    IN_USE,
    /** Anything else. */
    OTHER;

    private static final Map<String, FailureKind> STATES = Map.ofEntries(
            Map.entry("3D000", NO_DATABASE),
            Map.entry("42501", PRIVILEGE),
            Map.entry("42P04", EXISTS),
            Map.entry("42P06", EXISTS),
            Map.entry("42P07", EXISTS),
            Map.entry("42710", EXISTS),
            Map.entry("55P03", IN_USE),
            Map.entry("57P01", CONNECTION),
            Map.entry("57P02", CONNECTION),
            Map.entry("57P03", CONNECTION));

    private static final Map<FailureKind, Set<Integer>> MYSQL = Map.of(
            LOGIN, Set.of(1045, 1130, 1698, 1820, 1862),
            NO_DATABASE, Set.of(1049),
            PRIVILEGE, Set.of(1044, 1142, 1143, 1227, 1370, 1410, 1419),
            EXISTS, Set.of(1005, 1007, 1022, 1050, 1060, 1061, 1304, 1359, 1396, 1826));

    private static final Map<FailureKind, Set<Integer>> ORACLE = Map.of(
            CONNECTION, Set.of(1012, 3113, 3114, 12170, 12541, 12543, 17002, 17410),
            LOGIN, Set.of(1017, 28000, 28001),
            NO_DATABASE, Set.of(12505, 12514),
            PRIVILEGE, Set.of(1031, 1045, 1950, 6550),
            EXISTS, Set.of(955, 1408, 1430, 1920, 2260, 2261, 2264, 2275));

    private static final Map<FailureKind, Set<Integer>> MSSQL = Map.of(
            LOGIN, Set.of(18452, 18456, 18487, 18488),
            NO_DATABASE, Set.of(4060),
            PRIVILEGE, Set.of(229, 230, 262, 297, 916, 15247),
            EXISTS, Set.of(1801, 1913, 2714, 15023, 15025));

    private static final Map<FailureKind, Set<Integer>> DB2 = Map.of(
            CONNECTION, Set.of(-4499, -30081),
            LOGIN, Set.of(-4214),
            NO_DATABASE, Set.of(-1013, -1001),
            PRIVILEGE, Set.of(-551, -552, -567, -1060),
            EXISTS, Set.of(-601));

    private static final Map<FailureKind, Set<Integer>> H2 = Map.of(
            CONNECTION, Set.of(90067, 90121),
            LOGIN, Set.of(28000, 28001),
            NO_DATABASE, Set.of(90013, 90146),
            PRIVILEGE, Set.of(90040, 90096),
            EXISTS, Set.of(42101, 42111, 90035, 90041, 90045),
            IN_USE, Set.of(90020));

    /** What kind of failure an exception tells of, the ones behind it included. */
    static FailureKind of(DatabaseType type, SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FailureKind kind = cause instanceof SQLException e ? kind(type, e) : OTHER;
            if (kind != OTHER) {
                return kind;
            }
        }
        return OTHER;
    }

    private static FailureKind kind(DatabaseType type, SQLException failure) {
        for (Map.Entry<FailureKind, Set<Integer>> codes : codes(type).entrySet()) {
            if (codes.getValue().contains(failure.getErrorCode())) {
                return codes.getKey();
            }
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (failure instanceof SQLTimeoutException || state.startsWith("08")) {
            return CONNECTION;
        }
        return state.startsWith("28") ? LOGIN : STATES.getOrDefault(state, OTHER);
    }

    private static Map<FailureKind, Set<Integer>> codes(DatabaseType type) {
        return switch (type) {
            case MYSQL, MARIADB -> MYSQL;
            case ORACLE -> ORACLE;
            case MSSQL -> MSSQL;
            case DB2 -> DB2;
            case H2 -> H2;
            case POSTGRESQL -> Map.of();
        };
    }
}

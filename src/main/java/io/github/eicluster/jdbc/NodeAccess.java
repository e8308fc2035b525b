package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Tries what a node does with its tables, as the node's user: read, insert, update, delete, always with a condition that
 * no row fulfils, in a transaction that is rolled back. Servers check privileges, and whether they may write at all,
 * before they look at rows; so this shows what is forbidden and leaves nothing.
 */
final class NodeAccess {

    private static final String NO_ROW = " WHERE 1 = 0";

    private final Connection connection;
    private final String quote;

    NodeAccess(Connection connection) throws SQLException {
        this.connection = connection;
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
    }

    /**
     * What is refused.
     *
     * @param tables names as the database spells them
     * @return what is refused with the server's reason, such as "INSERT INTO REG_LOG", in the order of tables
     */
    Map<String, SQLException> refused(DatabaseType type, SortedSet<String> tables) throws SQLException {
        Map<String, SQLException> refused = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        columns(type, tables)
                .forEach((table, columns) -> attempts(table, columns).forEach((words, sql) -> {
                    Optional<SQLException> failure = failure(sql);
                    failure.ifPresent(e -> refused.put(words, e));
                }));
        connection.rollback();
        return refused;
    }

    /** The columns of the tables; those that the server numbers itself stay out, since SQL Server lets nobody set them. */
    private SortedMap<String, List<String>> columns(DatabaseType type, SortedSet<String> tables) throws SQLException {
        SortedMap<String, List<String>> columns = new TreeMap<>();
        tables.forEach(table -> columns.put(table, new ArrayList<>()));
        Optional<String> schema = SchemaState.schema(connection, type);
        try (ResultSet rows =
                connection.getMetaData().getColumns(connection.getCatalog(), schema.orElse(null), "%", "%")) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                boolean here = schema.isEmpty() || schema.get().equals(rows.getString("TABLE_SCHEM"));
                if (here && columns.containsKey(table) && !"YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
                    columns.get(table).add(quoted(rows.getString("COLUMN_NAME")));
                }
            }
        }
        return columns;
    }

    private Map<String, String> attempts(String name, List<String> columns) {
        String table = quoted(name);
        Map<String, String> attempts = new LinkedHashMap<>();
        attempts.put("SELECT FROM " + name, "SELECT * FROM " + table + NO_ROW);
        if (!columns.isEmpty()) {
            String list = String.join(", ", columns);
            attempts.put(
                    "INSERT INTO " + name,
                    "INSERT INTO " + table + " (" + list + ") SELECT " + list + " FROM " + table + NO_ROW);
            String column = columns.get(columns.size() - 1);
            attempts.put("UPDATE " + name, "UPDATE " + table + " SET " + column + " = " + column + NO_ROW);
        }
        attempts.put("DELETE FROM " + name, "DELETE FROM " + table + NO_ROW);
        return attempts;
    }

    private Optional<SQLException> failure(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(endOfTransaction(e));
        }
    }

    /** PostgreSQL takes nothing more in a transaction in which something failed. */
    private SQLException endOfTransaction(SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}

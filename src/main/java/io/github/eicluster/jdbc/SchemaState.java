package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a database holds, compared with the script that makes its tables. Names compare without regard to case, since
 * engines fold them differently.
 *
 * @param present the script's tables that are there
 * @param missing the script's tables that are not
 * @param others tables that are there and not of the script
 * @param interrupted how far a run of this plugin came that did not end, if there was one
 */
record SchemaState(
        SortedSet<String> present,
        SortedSet<String> missing,
        SortedSet<String> others,
        Optional<Progress.State> interrupted) {

    /** PostgreSQL and H2 2.x call a table BASE TABLE in places; the parts of a partitioned one count with it. */
    private static final Set<String> TABLES = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");

    private static final int TYPE = 4;

    SchemaState {
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /** Looks at the schema that the connection uses. */
    static SchemaState of(Connection connection, DatabaseType type, SqlScript script) throws SQLException {
        SortedSet<String> found = tables(connection, type);
        SortedSet<String> present = new TreeSet<>(found);
        present.retainAll(script.tables());
        SortedSet<String> missing = new TreeSet<>(script.tables());
        missing.removeAll(found);
        SortedSet<String> others = new TreeSet<>(found);
        others.removeAll(script.tables());
        boolean interrupted = others.remove(Progress.TABLE);
        return new SchemaState(
                present, missing, others, interrupted ? Optional.of(Progress.read(connection)) : Optional.empty());
    }

    /** Whether all tables of the script are there, and no run is unfinished. */
    boolean isComplete() {
        return missing.isEmpty() && interrupted.isEmpty();
    }

    /** Whether the script may run from its beginning. */
    boolean isEmpty() {
        return present.isEmpty() && others.isEmpty() && interrupted.isEmpty();
    }

    private static SortedSet<String> tables(Connection connection, DatabaseType type) throws SQLException {
        SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Optional<String> schema = schema(connection, type);
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), schema.orElse(null), "%", null)) {
            while (tables.next()) {
                String kind = String.valueOf(tables.getString(TYPE)).toUpperCase(Locale.ROOT);
                // The schema is a pattern for the driver, in which an underscore stands for any character.
                boolean here = schema.isEmpty() || schema.get().equals(tables.getString("TABLE_SCHEM"));
                if (here && TABLES.contains(kind)) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    /** The schema that the connection uses; nothing where there are none. */
    static Optional<String> schema(Connection connection, DatabaseType type) throws SQLException {
        return switch (type) {
            // To MySQL, a database is a catalog; there are no schemas.
            case MYSQL, MARIADB -> Optional.empty();
            // The H2 that EI ships is older than Connection.getSchema.
            case H2 -> Optional.of("PUBLIC");
            default -> Optional.ofNullable(connection.getSchema()).map(String::strip);
        };
    }
}

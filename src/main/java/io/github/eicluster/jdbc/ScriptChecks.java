package io.github.eicluster.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Refuses scripts that could destroy something, and finds the tables that a script makes. */
final class ScriptChecks {

    private static final Set<String> KINDS =
            Set.of("TABLE", "DATABASE", "SCHEMA", "USER", "ROLE", "LOGIN", "TABLESPACE", "OWNED");
    private static final Set<String> LEAVING = Set.of("USE", "CONNECT");
    /** A batch of SQL Server holds several statements, and these words behind USE in the middle of one. */
    private static final Set<String> HINTS = Set.of("HINT", "PLAN");

    private static final Set<String> CONTAINERS = Set.of("DATABASE", "USER", "LOGIN", "ROLE");

    private final String script;
    private final SqlDialect dialect;

    ScriptChecks(String script, SqlDialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    /** Gives the names of the tables, which compare without regard to case, as engines fold them. */
    SortedSet<String> check(List<SqlStatement> statements) {
        SortedSet<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<SqlTokens> read =
                statements.stream().map(s -> new SqlTokens(s.text(), dialect)).toList();
        read.forEach(tokens -> addTables(tokens, tables));
        for (int i = 0; i < read.size(); i++) {
            check(statements.get(i), read.get(i), tables);
        }
        return tables;
    }

    private static void addTables(SqlTokens tokens, Set<String> tables) {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> table = tokens.createdTable(i);
            table.ifPresent(tables::add);
        }
    }

    private void check(SqlStatement statement, SqlTokens tokens, Set<String> tables) {
        for (int i = 0; i < tokens.size(); i++) {
            String next = tokens.word(i + 1);
            if (LEAVING.contains(tokens.word(i)) && (i == 0 || isInBatch(next))) {
                throw refused(statement, tokens.word(i), "leaves the database that the script is for");
            }
            if (tokens.word(i).equals("CREATE") && CONTAINERS.contains(next)) {
                throw refused(statement, "CREATE " + next, "does more than make tables");
            }
            boolean drops = tokens.word(i).equals("DROP") && KINDS.contains(next);
            if (drops && !isHarmless(tokens, i, tables)) {
                throw refused(statement, "DROP " + next, "drops something");
            }
            if (i == 0 && tokens.word(0).equals("TRUNCATE")) {
                throw refused(statement, "TRUNCATE", "removes rows");
            }
        }
    }

    private boolean isInBatch(String next) {
        return dialect == SqlDialect.MSSQL && !HINTS.contains(next);
    }

    /** A script runs where none of its tables is, so its own table cannot be lost. */
    private static boolean isHarmless(SqlTokens tokens, int drop, Set<String> tables) {
        return tokens.word(drop + 1).equals("TABLE")
                && tokens.word(drop + 2).equals("IF")
                && tokens.word(drop + 3).equals("EXISTS")
                && tables.containsAll(tokens.names(drop + 4));
    }

    private DatabaseException refused(SqlStatement statement, String words, String reason) {
        return new DatabaseException(script + ":" + statement.line() + ": '" + words + "' " + reason
                + ", which this goal never does. Remove it from the script, or run the script by hand.");
    }
}

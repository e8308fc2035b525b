package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.SqlLexer.Kind;
import io.github.eicluster.jdbc.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words and names of one statement, without its strings and comments, to find what it makes and removes. */
final class SqlTokens {

    private static final Set<String> BEFORE_TABLE = Set.of("GLOBAL", "UNLOGGED", "CACHED", "MEMORY", "OR", "REPLACE");
    private static final Set<String> IF_EXISTS = Set.of("IF", "NOT", "EXISTS");

    private final List<String> words = new ArrayList<>();

    SqlTokens(String statement, SqlDialect dialect) {
        SqlLexer lexer = new SqlLexer("", statement, dialect);
        int place = 0;
        while (place < statement.length()) {
            Token token = lexer.at(place);
            if (token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT && token.kind() != Kind.STRING) {
                words.add(word(statement, token));
            }
            place = token.end();
        }
    }

    /** Names keep their quotes at the front, so that the column "DROP" is no keyword. */
    private static String word(String statement, Token token) {
        String text = statement.substring(token.start(), token.end());
        if (token.kind() == Kind.NAME) {
            return "\"" + text.substring(1, text.length() - 1);
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** The n-th word in capitals; empty behind the last. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    int size() {
        return words.size();
    }

    /** The name of the table that is created at the word, without schema and quotes; a temporary one does not last. */
    Optional<String> createdTable(int index) {
        if (!word(index).equals("CREATE")) {
            return Optional.empty();
        }
        int next = skip(index + 1, BEFORE_TABLE);
        return word(next).equals("TABLE") ? Optional.of(name(skip(next + 1, IF_EXISTS))) : Optional.empty();
    }

    /** The name that begins at a word: the last part of what periods join. */
    String name(int index) {
        String name = word(lastPart(index));
        return name.startsWith("\"") ? name.substring(1) : name;
    }

    /** The names that begin at a word, separated by commas. */
    List<String> names(int index) {
        List<String> names = new ArrayList<>();
        int next = index;
        do {
            names.add(name(next));
            next = lastPart(next) + 2;
        } while (word(next - 1).equals(","));
        return names;
    }

    private int lastPart(int index) {
        int last = index;
        while (word(last + 1).equals(".")) {
            last += 2;
        }
        return last;
    }

    private int skip(int index, Set<String> skipped) {
        int next = index;
        while (skipped.contains(word(next))) {
            next++;
        }
        return next;
    }
}

package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;
import org.junit.jupiter.api.Test;

/** Where no server is at hand: the statements for Oracle and SQL Server are read by parsers of their SQL. */
class ParsedSqlTest {

    private static final String SERVER = "<host>db</host><serverId>ei-db</serverId>";

    @Test
    void oracleStatementsParse() {
        List<String> statements = statements(
                Planned.of("<type>oracle</type>" + SERVER + "<registryDatabase>A</registryDatabase>")
                        .showPasswords(),
                ";\n",
                "SET DEFINE|WHENEVER|CONNECT");

        assertThat(statements)
                .hasSize(4)
                .allSatisfy(sql -> assertThat(oracle(sql)).as(sql).isEmpty());
    }

    @Test
    void sqlServerStatementsParse() {
        List<String> statements =
                statements(Planned.of("<type>mssql</type>" + SERVER).showPasswords(), "\nGO\n", "USE ");

        assertThat(statements)
                .hasSize(7)
                .allSatisfy(sql -> assertThat(mssql(sql.replaceFirst("^IF [A-Z_]+\\(N'[^']+'\\) IS NULL ", "")))
                        .as(sql)
                        .isEmpty());
    }

    @Test
    void aForgottenPlaceholderIsNoSql() {
        assertThat(statements(
                        Planned.of("<type>oracle</type>" + SERVER + "<registryDatabase>A</registryDatabase>"),
                        ";\n",
                        "SET DEFINE|WHENEVER|CONNECT"))
                .filteredOn(sql -> sql.startsWith("CREATE USER"))
                .hasSize(2)
                .allSatisfy(sql -> assertThat(oracle(sql)).as(sql).isNotEmpty());
        assertThat(statements(Planned.of("<type>mssql</type>" + SERVER), "\nGO\n", "USE "))
                .filteredOn(sql -> sql.contains("CREATE LOGIN"))
                .singleElement()
                .satisfies(sql -> assertThat(mssql(sql.substring(sql.indexOf("CREATE"))))
                        .as(sql)
                        .isNotEmpty());
    }

    /** The statements of the file without what is the client's own. */
    private static List<String> statements(Planned planned, String end, String clients) {
        String text = planned.text("01-create.sql")
                .replaceAll("(?m)^--.*\n", "")
                .replaceAll("(?m)^(?:" + clients + ").*\n(?:GO\n)?", "");
        return Arrays.stream(text.split(java.util.regex.Pattern.quote(end), -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static List<String> oracle(String sql) {
        return errors(sql, OracleStatementLexer::new, tokens -> {
            OracleStatementParser parser = new OracleStatementParser(tokens);
            return new Reading(parser, parser::execute);
        });
    }

    private static List<String> mssql(String sql) {
        return errors(sql, SQLServerStatementLexer::new, tokens -> {
            SQLServerStatementParser parser = new SQLServerStatementParser(tokens);
            return new Reading(parser, parser::execute);
        });
    }

    private record Reading(Parser parser, Runnable start) {}

    private static List<String> errors(
            String sql, Function<CharStream, Lexer> lexer, Function<CommonTokenStream, Reading> parser) {
        List<String> errors = new ArrayList<>();
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException e) {
                errors.add(column + ": " + message);
            }
        };
        Lexer tokens = lexer.apply(CharStreams.fromString(sql));
        tokens.removeErrorListeners();
        tokens.addErrorListener(listener);
        Reading reading = parser.apply(new CommonTokenStream(tokens));
        reading.parser().removeErrorListeners();
        reading.parser().addErrorListener(listener);
        reading.start().run();
        return errors;
    }
}

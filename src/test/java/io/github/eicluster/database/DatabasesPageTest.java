package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.JdbcDriver;
import io.github.eicluster.model.Databases.Tls;
import io.github.eicluster.product.EiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tables of the goal's page say what the engines are. */
class DatabasesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/databases-goal.md");

    @Test
    void thePageHasARowForEachEngineAndDriver() throws IOException {
        List<String> expected = new ArrayList<>();
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            expected.add(row(engine, engine.type().text(), Optional.empty()));
            if (engine == DatabaseEngine.MYSQL) {
                expected.add(row(engine, "mysql, version 5.x", Optional.of("5.7")));
            }
        }
        assertThat(table("| Type | Driver class |")).isEqualTo(expected);
    }

    @Test
    void thePageTellsThePrivilegesThatReadmeTells() throws IOException {
        List<String> expected = new ArrayList<>();
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            if (engine != DatabaseEngine.MARIADB) {
                String name = engine == DatabaseEngine.MYSQL
                        ? "mysql, mariadb"
                        : engine.type().text();
                expected.add("| " + name + " | " + Privileges.of(engine) + " |");
            }
        }
        assertThat(table("| Engine | The administrator needs |")).isEqualTo(expected);
        assertThat(Privileges.of(DatabaseEngine.MARIADB)).isEqualTo(Privileges.of(DatabaseEngine.MYSQL));
    }

    private static String row(DatabaseEngine engine, String name, Optional<String> version) {
        JdbcDriver driver = engine.driver(version);
        String none = engine == DatabaseEngine.H2
                ? "none: the distribution has it"
                : "none: its licence has to be accepted first";
        int port = engine.port(Tls.PREFERRED);
        return "| " + name + " | " + driver.className() + " | "
                + driver.coordinates().orElse(none) + " |"
                + (port == 0 ? "" : " " + port) + " | " + engine.validationQuery() + " | "
                + engine.script(EiVersion.parse("6.6.0"), version) + " |";
    }

    /** The rows below a heading. */
    private static List<String> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int first = 0;
        while (!lines.get(first).startsWith(heading)) {
            first++;
        }
        return lines.subList(first + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}

package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of README.md makes the tables in the file that the nodes open, each with its own URL text. */
class H2FilesTest {

    @TempDir
    Path home;

    @Test
    void theCommandsOfTheReadmeMakeTheTablesThatTheNodesFind() throws Exception {
        Planned planned = Planned.of("127.0.0.1", "127.0.0.1", "<type>h2</type>");
        write(planned.write());

        List<String> commands = Files.readAllLines(home.resolve("h2/README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("java "))
                .toList();
        assertThat(commands)
                .hasSize(2)
                .allMatch(
                        line -> line.startsWith(
                                "java -cp wso2ei-6.6.0/wso2/components/plugins/h2*.jar org.h2.tools.RunScript -url 'jdbc:h2:~/"));
        for (String command : commands) {
            // What a shell makes of the words; the home directory is one of the test.
            String[] words =
                    command.substring(command.indexOf("-url")).replace("'", "").split(" ", -1);
            words[1] = here(words[1]);
            words[words.length - 1] =
                    home.resolve("h2").resolve(words[words.length - 1]).toString();
            new RunScript().runTool(words);
        }

        for (PlannedDatabase database : planned.plan().databases()) {
            try (Connection first = open(database);
                    Connection second = open(database);
                    Statement insert = first.createStatement();
                    Statement count = second.createStatement()) {
                insert.execute("INSERT INTO REG_LOG VALUES (1)");
                try (ResultSet rows = count.executeQuery("SELECT COUNT(*) FROM REG_LOG")) {
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(1);
                }
            }
        }
    }

    private Connection open(PlannedDatabase database) throws Exception {
        return DriverManager.getConnection(
                here(database.url()),
                database.credentials().username(),
                database.credentials().password().reveal());
    }

    private String here(String url) {
        return url.replace("~", home.toString());
    }

    private void write(DatabaseFiles files) throws IOException {
        for (var file : files.files().entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}

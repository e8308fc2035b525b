package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.launch.ProcessRecord;
import io.github.eicluster.launch.ProcessRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;

/** Two nodes of the miniature integrator on this machine; node2 writes to the registry. None runs after a test. */
abstract class StartCase extends MojoCase {

    private static final String HOME = "wso2ei-6.6.0";

    /** Packs the nodes as homes, with a JDK and a database of the test. */
    final void packHomes(PackageMojo mojo) throws MojoExecutionException, MojoFailureException {
        userProperties().setProperty("ei-cluster.jvm.javaHome", System.getProperty("java.home"));
        userProperties().setProperty("ei-cluster.database.type", "h2");
        userProperties()
                .setProperty(
                        "ei-cluster.database.url",
                        "jdbc:h2:" + target().resolve("data/{database}") + ";AUTO_SERVER=TRUE");
        run(mojo);
    }

    /** Home of a node that was packed as a folder. */
    final Path home(String id) {
        return target().resolve("ei-cluster/homes").resolve(id).resolve(HOME);
    }

    /** Changes what a file of a node says, which has to be in it. */
    final void change(String id, String path, String from, String to) throws IOException {
        Path file = home(id).resolve(path);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    final List<ProcessRecord> running() {
        return new ProcessRecords(target().resolve("ei-cluster")).running();
    }

    /** Asserts that no process has the homes of this test in its command. */
    final void nothingRuns() {
        assertThat(processes()).isEmpty();
        assertThat(running()).isEmpty();
    }

    final List<ProcessHandle> processes() {
        String homes = target().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(homes) && line.contains("-Dei-cluster.node="))
                        .isPresent())
                .toList();
    }

    @AfterEach
    final void endWhatIsLeft() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}

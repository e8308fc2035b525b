package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void wholeLinesComeOnceAndTheFileMayComeLater() throws IOException {
        Path path = folder.resolve("node.log");
        LogFile file = new LogFile(path);
        assertThat(file.lines()).isEmpty();

        Files.writeString(path, "one\r\ntwö\nthr");
        assertThat(file.lines()).containsExactly("one", "twö");
        assertThat(file.lines()).isEmpty();

        Files.writeString(path, "ee\nrest", StandardOpenOption.APPEND);
        assertThat(file.lines()).containsExactly("three");
        assertThat(file.remainder()).containsExactly("rest");
        assertThat(file.remainder()).isEmpty();
    }

    @Test
    void aFileThatBeginsAnewIsReadFromItsBeginning() throws IOException {
        Path path = folder.resolve("node.log");
        LogFile file = new LogFile(path);
        Files.writeString(path, "a long first line\nand its re");
        assertThat(file.lines()).hasSize(1);

        Files.writeString(path, "new\n");

        assertThat(file.lines()).containsExactly("new");
    }

    @Test
    void whatWasThereBeforeTheEndIsPassedOver() throws IOException {
        Path path = folder.resolve("node.log");
        Files.writeString(path, "old\n");
        LogFile file = new LogFile(path);
        file.toEnd();
        Files.writeString(path, "new\n", StandardOpenOption.APPEND);

        assertThat(file.lines()).containsExactly("new");
    }
}

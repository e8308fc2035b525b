package io.github.eicluster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayScannerTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreListedByTheirPathWithoutWhatVersionControlAndEditorsLeave() throws IOException {
        write("conf/log4j.properties");
        write("lib/driver.jar");
        write(".git/config");
        write("conf/.DS_Store");
        write("conf/carbon.xml~");

        assertThat(new OverlayScanner().scan(folder))
                .containsOnlyKeys("conf/log4j.properties", "lib/driver.jar")
                .containsEntry("lib/driver.jar", folder.resolve("lib/driver.jar"));
    }

    @Test
    void aMissingFolderIsEmpty() {
        assertThat(new OverlayScanner().scan(folder.resolve("none"))).isEmpty();
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}

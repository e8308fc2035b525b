package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path output;

    @BeforeEach
    void fill() throws IOException {
        write("RUNBOOK.md");
        write("hosts");
        write("load-balancer/conf.d/ei.http.conf");
        write("databases/1-create.sql");
        write("services/wso2ei-node1.service");
        write("nodes/node1/conf/datasources/master-datasources.xml");
        write("diff/node1.diff");
        write("certs/ca.crt");
        write("certs/nodes.crt");
        write("certs/server.crt");
        write("certs/server.csr");
        write("certs/server.key");
        write("certs/notes.txt");
    }

    @Test
    void holdsWhatOperationsNeedAndNothingOfTheNodes() throws IOException {
        Path target = output.resolve("bundle.zip");

        new Bundle(output).write(target, TIME, Set.of());

        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "RUNBOOK.md",
                            "certs/ca.crt",
                            "certs/nodes.crt",
                            "certs/server.crt",
                            "certs/server.csr",
                            "databases/1-create.sql",
                            "hosts",
                            "load-balancer/conf.d/ei.http.conf",
                            "services/wso2ei-node1.service");
        }
    }

    @Test
    void whatIsWithheldStaysOut() throws IOException {
        Path target = output.resolve("bundle.zip");

        new Bundle(output).write(target, TIME, Set.of("databases", "load-balancer"));

        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("RUNBOOK.md", "services/wso2ei-node1.service")
                    .noneMatch(name -> name.startsWith("databases") || name.startsWith("load-balancer"));
        }
    }

    @Test
    void sameFilesGiveTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            new Bundle(output).write(output.resolve("1.zip"), TIME, Set.of());
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            new Bundle(output).write(output.resolve("2.zip"), TIME, Set.of());
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(output.resolve("1.zip")).hasSameBinaryContentAs(output.resolve("2.zip"));
    }

    private void write(String path) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}

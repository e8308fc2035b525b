package io.github.eicluster.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.CertificatePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

    @TempDir
    private Path output;

    @Test
    void onlyTheOwnerReadsThePrivateKey() throws IOException {
        write("server.crt", "server.key");

        assertThat(mode("server.crt")).isEqualTo("rw-r--r--");
        assertThat(mode("server.key")).isEqualTo("rw-------");
        assertThat(output.resolve("certs/server.crt")).hasContent("text of server.crt");
    }

    @Test
    void whatIsNoLongerMadeIsRemoved() throws IOException {
        write("ca.crt", "server.crt", "server.key");

        write("ca.crt");

        assertThat(output.resolve("certs")).isDirectoryContaining("glob:**/ca.crt");
        assertThat(output.resolve("certs/server.key")).doesNotExist();
        assertThat(output.resolve("certs/server.crt")).doesNotExist();
    }

    @Test
    void withoutCertificatesThereIsNoFolder() throws IOException {
        write();
        assertThat(output.resolve("certs")).doesNotExist();
        write("ca.crt");

        write();

        assertThat(output.resolve("certs")).doesNotExist();
    }

    private void write(String... names) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, ("text of " + name).getBytes(UTF_8));
        }
        new CertificateFiles(output)
                .write(new CertificatePlan(
                        Map.of(),
                        Map.of(),
                        files,
                        Set.of("server.key"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of()));
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("certs/" + name)));
    }
}

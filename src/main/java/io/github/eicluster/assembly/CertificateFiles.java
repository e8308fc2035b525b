package io.github.eicluster.assembly;

import io.github.eicluster.certs.CertificatePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The folder {@code <output>/certs} with what the load balancer, clients and a company's authority get. */
public final class CertificateFiles {

    private final Path folder;

    /**
     * The files of one build.
     *
     * @param output the plugin's output directory
     */
    public CertificateFiles(Path output) {
        this.folder = output.resolve("certs");
    }

    /**
     * Writes the files, private keys readable by their owner only, and removes what is no longer made.
     *
     * @param plan the planned files
     */
    public void write(CertificatePlan plan) {
        try {
            removeStale(plan);
            for (Map.Entry<String, byte[]> file : plan.files().entrySet()) {
                boolean secret = plan.ownerOnly().contains(file.getKey());
                SafeFiles.write(folder.resolve(file.getKey()), file.getValue(), secret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeStale(CertificatePlan plan) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!plan.files().containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        if (plan.files().isEmpty()) {
            deleteIfEmpty();
        }
    }

    private void deleteIfEmpty() throws IOException {
        try (Stream<Path> rest = Files.list(folder)) {
            if (rest.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}

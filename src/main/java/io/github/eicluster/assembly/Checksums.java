package io.github.eicluster.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file {@code SHA256SUMS}, in the form that {@code sha256sum -c} reads. */
public final class Checksums {

    private final SortedMap<String, String> sums = new TreeMap<>();

    /**
     * Adds a file whose sum is known.
     *
     * @param file the file
     * @param sum its SHA-256 in hexadecimal digits
     */
    public void add(Path file, String sum) {
        sums.put(file.getFileName().toString(), sum);
    }

    /**
     * Adds a file, which is read unless its sum is known.
     *
     * @param file the file
     */
    public void add(Path file) {
        if (sums.containsKey(file.getFileName().toString())) {
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            add(file, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the file.
     *
     * @param folder where the files are that it names
     * @return the file
     */
    public Path write(Path folder) {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        Path file = folder.resolve("SHA256SUMS");
        try {
            SafeFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** A SHA-256 over everything that decides what a node archive holds. Every part is preceded by its length. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return the fingerprint of a node archive} */
    static String of(Base base, NodeContent content, Format format, Instant timestamp, String pluginVersion)
            throws IOException {
        Fingerprint print = new Fingerprint();
        print.add(pluginVersion).add(format.text()).add(timestamp.toString()).add(base.identity());
        print.add(content.secret() ? "secret" : "public");
        print.add(String.join("\n", content.excluded())).add(String.join("\n", content.ownerOnly()));
        for (Map.Entry<String, Path> file : content.files().entrySet()) {
            print.add(file.getKey()).addFile(file.getValue());
        }
        return print.hex();
    }

    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    private void addFile(Path file) throws IOException {
        length(Files.size(file));
        byte[] buffer = new byte[65536];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private void length(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A SHA-256 over everything that decides what a node archive holds. Every part is preceded by its length. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return the fingerprint of a node archive} */
    static String of(Base base, ArchiveRequest request, String pluginVersion) throws IOException {
        NodeContent content = request.content();
        Fingerprint print = new Fingerprint();
        print.add(pluginVersion)
                .add(request.format().text())
                .add(request.timestamp().toString())
                .add(base.identity());
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

    /** Adds the length of a file, and its content. */
    Fingerprint addFile(Path file) throws IOException {
        length(Files.size(file));
        return addContent(file);
    }

    /** Adds the content of a file alone. */
    Fingerprint addContent(Path file) throws IOException {
        byte[] buffer = new byte[65536];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return this;
    }

    private void length(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

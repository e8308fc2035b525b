package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The entries of a JKS file as they stand in it, private keys as the protected bytes that they are: a key can be kept
 * whose password nobody knows. {@link java.security.KeyStore} gives no such bytes. Format: {@code
 * sun.security.provider.JavaKeyStore} of OpenJDK 8 to 25.
 */
final class JksFile {

    static final int MAGIC = 0xFEEDFEED;
    private static final int VERSION = 2;
    private static final int KEY = 1;
    private static final int TRUSTED = 2;
    private static final int LARGEST = 16 * 1024 * 1024;

    /** What is mixed into the digest at the end of the file. */
    private static final String WHITENER = "Mighty Aphrodite";

    private final List<Entry> entries;

    private JksFile(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Reads a file. @throws BadKeyException if it is damaged, or if the password is not the one that it was made with */
    static JksFile read(byte[] content, Secret password) {
        int size = content.length - digest(password).length;
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(content, 0, Math.max(size, 0)))) {
            int magic = data.readInt();
            int version = data.readInt();
            int count = data.readInt();
            if (magic != MAGIC || version < 1 || version > VERSION || count < 0) {
                throw new IOException("version " + version + ", " + count + " entries");
            }
            for (int i = 0; i < count; i++) {
                entries.add(entry(data, version));
            }
            if (data.read() >= 0) {
                throw new IOException("bytes after the last entry");
            }
        } catch (IOException e) {
            throw new BadKeyException("is a damaged JKS file", e);
        }
        byte[] digest = digest(password, Arrays.copyOf(content, size));
        if (!MessageDigest.isEqual(digest, Arrays.copyOfRange(content, size, content.length))) {
            throw new BadKeyException("is a JKS file that the password does not open");
        }
        return new JksFile(entries);
    }

    /** The file with other or more trusted certificates; an entry of such an alias is replaced. */
    byte[] with(Map<String, X509Certificate> trusted, Secret password) {
        Map<String, Entry> all = new TreeMap<>();
        entries.forEach(entry -> all.put(entry.alias(), entry));
        trusted.forEach((alias, certificate) -> {
            String name = alias.toLowerCase(Locale.ENGLISH);
            // The date of an entry says nothing to anybody; one that does not change gives the same bytes again.
            long date = certificate.getNotBefore().toInstant().toEpochMilli();
            all.put(name, new Entry(TRUSTED, name, date, new byte[0], List.of(encoded(certificate))));
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeInt(MAGIC);
            data.writeInt(VERSION);
            data.writeInt(all.size());
            for (Entry entry : all.values()) {
                write(entry, data);
            }
            data.write(digest(password, bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Entry entry(DataInputStream data, int version) throws IOException {
        int kind = data.readInt();
        if (kind != KEY && kind != TRUSTED) {
            throw new IOException("an entry of kind " + kind);
        }
        String alias = data.readUTF();
        long date = data.readLong();
        byte[] key = kind == KEY ? bytes(data) : new byte[0];
        int count = kind == KEY ? data.readInt() : 1;
        List<Encoded> chain = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chain.add(new Encoded(version == 1 ? "X.509" : data.readUTF(), bytes(data)));
        }
        return new Entry(kind, alias, date, key, chain);
    }

    private static void write(Entry entry, DataOutputStream data) throws IOException {
        data.writeInt(entry.kind());
        data.writeUTF(entry.alias());
        data.writeLong(entry.date());
        if (entry.kind() == KEY) {
            data.writeInt(entry.key().length);
            data.write(entry.key());
            data.writeInt(entry.chain().size());
        }
        for (Encoded certificate : entry.chain()) {
            data.writeUTF(certificate.type());
            data.writeInt(certificate.content().length);
            data.write(certificate.content());
        }
    }

    private static byte[] bytes(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a length of " + length);
        }
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return bytes;
    }

    private static Encoded encoded(Certificate certificate) {
        try {
            return new Encoded("X.509", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    private static byte[] digest(Secret password, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(password.reveal().getBytes(StandardCharsets.UTF_16BE));
            digest.update(WHITENER.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** An entry; {@code key} is empty in one of a trusted certificate. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int kind, String alias, long date, byte[] key, List<Encoded> chain) {}

    /** A certificate in the words of its type. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(String type, byte[] content) {}
}

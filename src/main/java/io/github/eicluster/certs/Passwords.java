package io.github.eicluster.certs;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The generated passwords of a store, by name. A person may edit their file, so that it is read leniently. */
final class Passwords {

    /** Their file. */
    static final String FILE = "passwords.properties";

    /** 24 of 62 characters: 142 bits. */
    private static final int LENGTH = 24;

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SortedMap<String, String> values;
    private boolean changed;

    private Passwords(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the file.
     *
     * @param file its path, for messages
     * @param content its content, absent if there is none
     * @throws ClusterException if an entry is no name with a password; the message never quotes it
     */
    static Passwords read(Path file, Optional<byte[]> content) {
        SortedMap<String, String> values = new TreeMap<>();
        if (content.isPresent()) {
            Properties properties = parse(file, content.get());
            for (String name : properties.stringPropertyNames()) {
                String value = properties.getProperty(name).strip();
                if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
                    throw damaged(file, "has an entry that is not a name, an equals sign and a password", null);
                }
                values.put(name, value);
            }
        }
        return new Passwords(values);
    }

    /** The password of a name, made at the first call. */
    Secret get(String name) {
        String value = values.computeIfAbsent(name, missing -> {
            changed = true;
            return generate();
        });
        return new Secret(value, Secret.Source.GENERATED);
    }

    /** Those that are there; none is made. */
    List<Secret> all() {
        return values.values().stream()
                .map(value -> new Secret(value, Secret.Source.GENERATED))
                .toList();
    }

    /** Whether there is something to write. */
    boolean changed() {
        return changed;
    }

    /** What was to be written is. */
    void written() {
        changed = false;
    }

    /** The file: sorted, and without the date that {@link Properties} writes. */
    byte[] content() {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter writer = new StringWriter();
        try {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written to memory", e);
        }
        return writer.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "# Passwords of the key stores that the build makes.\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Properties parse(Path file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            Properties properties = new Properties();
            properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            return properties;
        } catch (CharacterCodingException e) {
            throw damaged(file, "is not a text in UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, "has a backslash with u that four hexadecimal digits do not follow", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read from memory", e);
        }
    }

    private static String generate() {
        SecureRandom random = new SecureRandom();
        return random.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> CHARACTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private static ClusterException damaged(Path file, String what, Exception cause) {
        return new ClusterException(
                file + " " + what + ". Mend it or restore it from a backup; if you delete it, new passwords are made,"
                        + " and all key stores with them.",
                cause);
    }
}

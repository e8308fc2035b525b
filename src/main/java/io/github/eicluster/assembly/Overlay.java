package io.github.eicluster.assembly;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a team lays over the distribution on one node, templates already rendered. */
public final class Overlay implements Home {

    private static final long MAX_EDITED = 64L << 20;

    /** No configuration file comes near this; a driver or a CAR may. */
    private static final long MAX_COMPARED = 8L << 20;

    private final SortedMap<String, Path> copied;
    private final SortedMap<String, byte[]> rendered;
    private final Map<String, List<Secret>> secrets;

    /**
     * An overlay.
     *
     * @param copied files taken as they are, by path below the home
     * @param rendered files made from templates, by path below the home
     * @param secrets secrets that a rendered file holds, by path, one entry for each time
     */
    public Overlay(Map<String, Path> copied, Map<String, byte[]> rendered, Map<String, List<Secret>> secrets) {
        this.copied = Collections.unmodifiableSortedMap(new TreeMap<>(copied));
        this.rendered = Collections.unmodifiableSortedMap(new TreeMap<>(rendered));
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * The same with one more file.
     *
     * @param path path below the home; a file of the team there gives way
     * @param content its content, no secret
     * @return the new overlay
     */
    public Overlay with(String path, byte[] content) {
        Map<String, Path> others = new TreeMap<>(copied);
        others.remove(path);
        Map<String, byte[]> made = new TreeMap<>(rendered);
        made.put(path, content.clone());
        return new Overlay(others, made, secrets);
    }

    /** {@return files that are copied, by path below the home} */
    public SortedMap<String, Path> copied() {
        return copied;
    }

    /** {@return files made from templates, by path below the home} */
    public SortedMap<String, byte[]> rendered() {
        return rendered;
    }

    /** {@return secrets that templates wrote, by path} */
    public Map<String, List<Secret>> secrets() {
        return secrets;
    }

    /**
     * Tells whether a file is too large to be read as text.
     *
     * @param path path below the home
     * @return whether it is copied and larger than 8 MB
     */
    public boolean large(String path) {
        Path file = copied.get(path);
        try {
            return file != null && Files.size(file) > MAX_COMPARED;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public String origin() {
        return "overlay";
    }

    @Override
    public String root() {
        return "";
    }

    @Override
    public List<String> files() {
        SortedMap<String, Object> all = new TreeMap<>(copied);
        all.putAll(rendered);
        return List.copyOf(all.keySet());
    }

    @Override
    public Optional<InputStream> stream(String path) {
        Path file = copied.get(path);
        if (file == null) {
            return read(path).map(ByteArrayInputStream::new);
        }
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        if (rendered.containsKey(path)) {
            return Optional.of(rendered.get(path).clone());
        }
        Path file = copied.get(path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAX_EDITED) {
                throw new ClusterException(
                        file + " is larger than 64 MB; a file of that size cannot be edited. Leave it out of edits.");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ClusterException unreadable(Path file, IOException e) {
        return new ClusterException(file + " cannot be read (" + e.getMessage() + "). Check its permissions.", e);
    }
}

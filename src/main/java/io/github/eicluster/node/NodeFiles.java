package io.github.eicluster.node;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The files of one node while it is being configured: the base with the overlay on it and the edits made so far. */
final class NodeFiles {

    private final Home base;
    private final Home overlay;
    private final EiVersion version;
    private final SortedSet<String> paths;
    private final Map<String, XmlEditor> xml = new LinkedHashMap<>();
    private final Map<String, PropertiesEditor> properties = new LinkedHashMap<>();
    private final Map<String, List<Secret>> revealed = new TreeMap<>();
    private final Set<Secret> secrets = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private NodeVault vault;

    NodeFiles(Home base, Home overlay, EiVersion version) {
        this(base, overlay, version, union(base, overlay));
    }

    private NodeFiles(Home base, Home overlay, EiVersion version, SortedSet<String> paths) {
        this.base = base;
        this.overlay = overlay;
        this.version = version;
        this.paths = paths;
    }

    private static SortedSet<String> union(Home base, Home overlay) {
        SortedSet<String> paths = new TreeSet<>(base.files());
        paths.addAll(overlay.files());
        return Collections.unmodifiableSortedSet(paths);
    }

    /** The files as they were before any edit. */
    NodeFiles untouched() {
        return new NodeFiles(base, overlay, version, paths);
    }

    /** The files as they are now, to be edited without any effect on these. */
    NodeFiles copy() {
        NodeFiles copy = untouched();
        xml.forEach((path, editor) -> copy.xml.put(path, XmlEditor.open(editor.file(), editor.content())));
        properties.forEach(
                (path, editor) -> copy.properties.put(path, PropertiesEditor.open(editor.file(), editor.content())));
        return copy;
    }

    /** Paths of all files, base and overlay, sorted. */
    SortedSet<String> paths() {
        return paths;
    }

    /** Bytes of a file as they are now, or empty if there is none. */
    Optional<byte[]> read(String path) {
        if (xml.containsKey(path)) {
            return Optional.of(xml.get(path).content());
        }
        if (properties.containsKey(path)) {
            return Optional.of(properties.get(path).content());
        }
        return original(path);
    }

    /** An XML file that must exist. */
    XmlEditor xml(String path) {
        return findXml(path).orElseThrow(() -> missing(path));
    }

    /** An XML file, if it exists. */
    Optional<XmlEditor> findXml(String path) {
        XmlEditor known = xml.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<XmlEditor> opened = original(path).map(bytes -> open(path, () -> XmlEditor.open(label(path), bytes)));
        opened.ifPresent(editor -> xml.put(path, editor));
        return opened;
    }

    /** A properties file; an empty one if it does not exist. */
    PropertiesEditor properties(String path) {
        return properties(path, "");
    }

    /** A properties file; one with the given comment lines if it does not exist. */
    PropertiesEditor properties(String path, String header) {
        return properties.computeIfAbsent(
                path,
                p -> open(
                        p,
                        () -> PropertiesEditor.open(
                                label(p), original(p).orElseGet(() -> header.getBytes(StandardCharsets.ISO_8859_1)))));
    }

    /** Whether base or overlay has the file. */
    boolean exists(String path) {
        return xml.containsKey(path)
                || properties.containsKey(path)
                || original(path).isPresent();
    }

    /** Reveals a secret that is about to be written into a file, and counts it. */
    String reveal(String path, Secret secret) {
        secrets.add(secret);
        if (secret.source() != Secret.Source.DEFAULT) {
            revealed.computeIfAbsent(path, none -> new ArrayList<>()).add(secret);
        }
        return secret.reveal();
    }

    /** Reports something that does not stop this concern. */
    void report(Problem problem) {
        problems.add(problem);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Number of secrets in clear text, by path. */
    Map<String, Integer> clearSecrets() {
        Map<String, Integer> counts = new TreeMap<>();
        revealed.forEach((path, secrets) -> counts.put(path, secrets.size()));
        return counts;
    }

    /** Every secret that was written into some file, published defaults left out. */
    Set<Secret> revealed() {
        return revealed.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Every secret that a file has, had or gets. */
    Set<Secret> secrets() {
        return Set.copyOf(secrets);
    }

    /** Notes that one of the secrets of a file is in the vault now. */
    void vaulted(String path, Secret secret) {
        secrets.add(secret);
        if (revealed.containsKey(path)) {
            revealed.get(path).remove(secret);
        }
    }

    /** Notes what the vault holds: of the secrets that were written, those count that are still there. */
    void vault(NodeVault held) {
        vault = held;
        revealed.forEach((path, secrets) -> secrets.removeIf(secret ->
                read(path).filter(content -> ClearText.has(content, secret)).isEmpty()));
        revealed.values().removeIf(List::isEmpty);
    }

    Optional<NodeVault> vault() {
        return Optional.ofNullable(vault);
    }

    /** Every file whose bytes differ from the base's, overlay files that nobody edited excluded. */
    SortedMap<String, byte[]> changed() {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        xml.forEach((path, editor) -> addIfChanged(changed, path, editor.content()));
        properties.forEach((path, editor) -> addIfChanged(changed, path, editor.content()));
        return changed;
    }

    /** The file's name in messages: path with origin and version, so that a person finds it. */
    String label(String path) {
        return path + " (EI " + version + ", " + (overlay.read(path).isPresent() ? overlay : base).origin() + ")";
    }

    private void addIfChanged(SortedMap<String, byte[]> changed, String path, byte[] content) {
        Optional<byte[]> before = original(path);
        boolean same = before.isPresent() ? Arrays.equals(before.get(), content) : content.length == 0;
        if (!same) {
            changed.put(path, content);
        }
    }

    private Optional<byte[]> original(String path) {
        Optional<byte[]> laid = overlay.read(path);
        return laid.isPresent() ? laid : base.read(path);
    }

    private <T> T open(String path, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (EditException e) {
            throw overlay.read(path).isPresent() ? e : new BaseFileException(e.getMessage(), e);
        }
    }

    private ClusterException missing(String path) {
        return new BaseFileException(base.origin() + ": " + path + " is missing, which every EI " + version
                + " distribution has. Use a complete distribution of the integrator profile.");
    }
}

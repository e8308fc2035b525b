package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;

/** Node content made of small texts in a folder. */
final class Overlay {

    private final Path folder;
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final TreeSet<String> excluded = new TreeSet<>();
    private final TreeSet<String> ownerOnly = new TreeSet<>();
    private boolean secret;

    Overlay(Path folder) {
        this.folder = folder;
    }

    Overlay file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Overlay file(String path, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("content" + files.size());
        Files.write(file, content);
        files.put(path, file);
        return this;
    }

    Overlay from(String path, Path file) {
        files.put(path, file);
        return this;
    }

    Overlay without(String path) {
        excluded.add(path);
        return this;
    }

    Overlay ownerOnly(String path) {
        ownerOnly.add(path);
        return this;
    }

    Overlay secret() {
        secret = true;
        return this;
    }

    NodeContent content() {
        return new NodeContent(files, excluded, ownerOnly, secret);
    }
}

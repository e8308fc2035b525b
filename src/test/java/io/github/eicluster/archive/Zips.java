package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Zips made and read by commons-compress: the other opinion in the tests. */
final class Zips {

    static final int DIRECTORY = 040000;
    static final int FILE = 0100000;
    static final int LINK = 0120000;

    private Zips() {}

    interface Filling {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    static Path write(Path path, Filling filling) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(path)) {
            filling.into(zip);
        }
        return path;
    }

    /** Without seeking, commons-compress writes data descriptors. */
    static Path stream(Path path, Filling filling) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(Files.newOutputStream(path))) {
            filling.into(zip);
        }
        return path;
    }

    static void put(ZipArchiveOutputStream zip, String name, int mode, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        entry.setTime(1_500_000_000_000L);
        put(zip, entry, content);
    }

    static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    static void put(ZipArchiveOutputStream zip, String name, String content) throws IOException {
        put(zip, name, FILE | 0644, content.getBytes(UTF_8));
    }

    static void folder(ZipArchiveOutputStream zip, String name) throws IOException {
        put(zip, name, DIRECTORY | 0755, new byte[0]);
    }

    static void link(ZipArchiveOutputStream zip, String name, String target) throws IOException {
        put(zip, name, LINK | 0777, target.getBytes(UTF_8));
    }

    static ZipFile open(Path path) throws IOException {
        return ZipFile.builder().setPath(path).get();
    }

    static List<ZipArchiveEntry> entries(ZipFile zip) {
        return Collections.list(zip.getEntries());
    }

    static List<String> names(Path path) throws IOException {
        try (ZipFile zip = open(path)) {
            return entries(zip).stream().map(ZipArchiveEntry::getName).toList();
        }
    }

    static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    static byte[] raw(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getRawInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    static Map<String, String> texts(Path path) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipFile zip = open(path)) {
            for (ZipArchiveEntry entry : entries(zip)) {
                texts.put(entry.getName(), new String(content(zip, entry.getName()), UTF_8));
            }
        }
        return texts;
    }
}

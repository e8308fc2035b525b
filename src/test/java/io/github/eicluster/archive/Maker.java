package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes zips as different programs do. All names lie below {@code root/}. */
enum Maker {
    /** With data descriptors for what is deflated, UTF-8 or CP437 names. */
    JAVA {
        @Override
        void make(Random random, Map<String, byte[]> files, Path target) throws IOException {
            Charset names = random.nextInt(4) == 0 ? Charset.forName("IBM437") : UTF_8;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target), names)) {
                zip.setComment(random.nextBoolean() ? "a comment" : "");
                zip.setLevel(random.nextInt(10));
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry("root/" + file.getKey());
                    entry.setTime(1_000_000_000_000L + random.nextInt());
                    if (random.nextInt(3) == 0) {
                        store(entry, file.getValue());
                    }
                    if (random.nextInt(4) == 0) {
                        entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 2, 0, 7, 7});
                    }
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        }
    },
    /** With sizes in the headers, modes, comments, ZIP64 fields. */
    COMMONS {
        @Override
        void make(Random random, Map<String, byte[]> files, Path target) throws IOException {
            Zips.write(target, zip -> fill(random, files, zip));
        }
    },
    /** The same with data descriptors. */
    COMMONS_STREAM {
        @Override
        void make(Random random, Map<String, byte[]> files, Path target) throws IOException {
            Zips.stream(target, zip -> fill(random, files, zip));
        }
    },
    /** Info-ZIP, with options for descriptors, ZIP64, no extra fields, no folders. */
    ZIP {
        @Override
        boolean isThere() {
            return new Program("zip").isThere();
        }

        @Override
        void make(Random random, Map<String, byte[]> files, Path target) throws IOException {
            Path folder = Files.createTempDirectory("zip");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve("root").resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                Files.setPosixFilePermissions(path, Modes.permissions(0600 | random.nextInt(0100)));
            }
            List<String> arguments = new ArrayList<>(List.of("-q", "-r", "-" + random.nextInt(10)));
            for (String option : List.of("-X", "-D")) {
                if (random.nextInt(3) == 0) {
                    arguments.add(option);
                }
            }
            // Together they give archives that no program reads.
            arguments.add(List.of("-q", "-fd", "-fz").get(random.nextInt(3)));
            arguments.addAll(List.of(target.toString(), "root"));
            new Program("zip").run(folder, arguments);
            Leftovers.delete(folder);
        }
    },
    /** Python's zipfile. */
    PYTHON {
        @Override
        boolean isThere() {
            return new Program("python3").isThere();
        }

        @Override
        void make(Random random, Map<String, byte[]> files, Path target) throws IOException {
            StringBuilder script = new StringBuilder("import zipfile\nz = zipfile.ZipFile('")
                    .append(target)
                    .append("', 'w')\nz.comment = b'from Python'\n");
            files.forEach((name, content) -> {
                script.append("i = zipfile.ZipInfo('root/").append(name).append("')\n");
                script.append("i.compress_type = ")
                        .append(random.nextBoolean() ? 8 : 0)
                        .append('\n');
                script.append("i.external_attr = ")
                        .append((0100600L | random.nextInt(0100)) << 16)
                        .append('\n');
                boolean wide = random.nextInt(3) == 0;
                script.append("with z.open(i, 'w', force_zip64=")
                        .append(wide ? "True" : "False")
                        .append(") as f:\n");
                script.append("  f.write(bytes.fromhex('")
                        .append(java.util.HexFormat.of().formatHex(content))
                        .append("'))\n");
            });
            Path file = Files.writeString(target.resolveSibling("make.py"), script.append("z.close()\n"));
            new Program("python3").run(target.getParent(), List.of(file.toString()));
        }
    };

    abstract void make(Random random, Map<String, byte[]> files, Path target) throws IOException;

    boolean isThere() {
        return true;
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
    }

    static void fill(Random random, Map<String, byte[]> files, ZipArchiveOutputStream zip) throws IOException {
        zip.setUseZip64(random.nextBoolean() ? Zip64Mode.Always : Zip64Mode.AsNeeded);
        zip.setComment(random.nextBoolean() ? "" : "a comment");
        zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NOT_ENCODEABLE);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipArchiveEntry entry = new ZipArchiveEntry("root/" + file.getKey());
            if (random.nextBoolean()) {
                entry.setUnixMode(Zips.FILE | random.nextInt(01000) | 0600);
            }
            if (random.nextInt(3) == 0) {
                entry.setComment("comment ü " + random.nextInt());
            }
            if (random.nextInt(3) == 0) {
                store(entry, file.getValue());
            }
            entry.setTime(1_000_000_000_000L + random.nextInt());
            Zips.put(zip, entry, file.getValue());
        }
    }
}

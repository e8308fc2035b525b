package io.github.eicluster.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A distribution of any size: a miniature, padded with libraries as a real one has them, whose bytes hardly shrink, as
 * those of jars. The same numbers give the same bytes on the same JDK.
 */
public final class SyntheticBase {

    /** Whatever is padded: the newest miniature. */
    private static final String VERSION = "6.6.0";

    private static final int PIECE = 1 << 16;

    private SyntheticBase() {}

    /**
     * Writes a distribution.
     *
     * @param target the zip file; its parents are created
     * @param bytes about its size
     * @param entries about the number of its entries
     * @return the zip file
     */
    public static Path write(Path target, long bytes, int entries) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (ZipFile miniature =
                        ZipFile.builder().setPath(Miniatures.archive(VERSION)).get();
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(target)) {
            int copied = 0;
            for (ZipArchiveEntry entry : Collections.list(miniature.getEntriesInPhysicalOrder())) {
                try (InputStream raw = miniature.getRawInputStream(entry)) {
                    zip.addRawArchiveEntry(entry, raw);
                }
                copied++;
            }
            zip.setLevel(1);
            pad(zip, bytes - Files.size(Miniatures.archive(VERSION)), Math.max(1, entries - copied));
        }
        return target;
    }

    private static void pad(ZipArchiveOutputStream zip, long bytes, int entries) throws IOException {
        Random random = new Random(20260101);
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < entries; i++) {
            ZipArchiveEntry entry = new ZipArchiveEntry(
                    "wso2ei-" + VERSION + "/wso2/components/plugins/library_" + i / 100 + "/part_" + i + ".jar");
            entry.setUnixMode(0100644);
            entry.setTime(1_577_934_246_000L);
            zip.putArchiveEntry(entry);
            // Few large ones and many small ones, the same on average.
            long left = (long) (bytes / (double) entries * (i % 10 == 0 ? 5.5 : 0.5));
            while (left > 0) {
                int length = (int) Math.min(left, PIECE);
                random.nextBytes(piece);
                for (int at = length - length / 40; at < length; at++) {
                    piece[at] = (byte) ('a' + at % 16);
                }
                zip.write(piece, 0, length);
                left -= length;
            }
            zip.closeArchiveEntry();
        }
    }
}

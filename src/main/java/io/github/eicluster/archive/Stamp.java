package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** What an archive looked like: size, time, and a checksum of its end, which in a zip is the central directory. */
final class Stamp {

    private Stamp() {}

    /**
     * Looks at an archive; only its end is read.
     *
     * @param archive a file
     * @param tail where the part begins that is read
     * @return a line that changes when somebody changes the file
     */
    static String of(Path archive, long tail) throws IOException {
        CRC32 crc = new CRC32();
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ)) {
            channel.position(tail);
            ByteBuffer buffer = ByteBuffer.allocateDirect(ArchiveOutput.BUFFER);
            while (channel.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return String.join(
                " ",
                Long.toString(Files.size(archive)),
                Files.getLastModifiedTime(archive).toString(),
                Long.toString(tail),
                Long.toHexString(crc.getValue()));
    }

    /** {@return whether an archive looks as it did} */
    static boolean fits(String stamp, Path archive) throws IOException {
        String[] parts = stamp.split(" ", -1);
        boolean usable = Files.isRegularFile(archive) && parts.length == 4 && parts[2].matches("\\d{1,18}");
        return usable && stamp.equals(of(archive, Long.parseLong(parts[2])));
    }
}

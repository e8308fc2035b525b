package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A base of more than 4 GiB: a sparse file, but what is made of it takes that room. */
@EnabledIfSystemProperty(
        named = "ei-cluster.test.huge",
        matches = "true",
        disabledReason = "skipped: takes 5 GB of disk; -Dei-cluster.test.huge=true runs it")
class HugeBaseTest {

    private static final long HUGE = (4L << 30) + 12345;
    private static final String NAME = "wso2ei/huge.bin";

    @TempDir
    Path temp;

    @Test
    void offsetsBeyondFourGibibytesAreRight() throws IOException {
        assumeTrue(Files.getFileStore(temp).getUsableSpace() > 2 * HUGE, "skipped: not enough room");
        Path base = sparse();
        Overlay overlay =
                new Overlay(temp.resolve("o")).file("conf/a.xml", "changed").file("new", "added");
        Path target = temp.resolve("node.zip");

        try (Distribution distribution = Distribution.open(base)) {
            Archives.write(distribution, overlay.content(), target, Format.ZIP, Instant.EPOCH);
        }

        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly(NAME, "wso2ei/conf/a.xml", "wso2ei/last", "wso2ei/new");
            assertThat(zip.getEntry(NAME).getSize()).isEqualTo(HUGE);
            assertThat(zip.getInputStream(zip.getEntry("wso2ei/conf/a.xml"))).hasContent("changed");
            assertThat(zip.getInputStream(zip.getEntry("wso2ei/last"))).hasContent("last");
            assertThat(zip.getInputStream(zip.getEntry("wso2ei/new"))).hasContent("added");
        }
        Program unzip = new Program("unzip");
        if (unzip.isThere()) {
            unzip.run(temp, List.of("-tqq", target.toString()));
        }
    }

    /** Stored zeros, two small entries behind them. */
    private Path sparse() throws IOException {
        Path small = Zips.write(temp.resolve("small.zip"), zip -> {
            Zips.put(zip, "wso2ei/conf/a.xml", "old");
            Zips.put(zip, "wso2ei/last", "last");
        });
        Path base = temp.resolve("base.zip");
        try (FileChannel out = FileChannel.open(base, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipSource source = ZipSource.open(small)) {
            ZipDirectory directory = ZipDirectory.read(source, "small.zip");
            int crc = crcOfZeros();
            byte[] name = NAME.getBytes(UTF_8);
            ByteBuffer local = buffer(30 + name.length + 20);
            local.putInt(LocalEntry.SIGNATURE)
                    .putShort((short) 45)
                    .putShort((short) 0)
                    .putShort((short) 0);
            local.putInt(0)
                    .putInt(crc)
                    .putInt(-1)
                    .putInt(-1)
                    .putShort((short) name.length)
                    .putShort((short) 20);
            out.write(local.put(name).put(ExtraFields.zip64(HUGE, HUGE)).flip());
            long behind = out.position() + HUGE;
            out.position(behind);
            out.write(source.readAt(0, (int) directory.start()));
            long start = out.position();
            ByteBuffer central = buffer(46 + name.length + 20);
            central.putInt(CentralRecord.SIGNATURE)
                    .putShort((short) (3 << 8 | 45))
                    .putShort((short) 45);
            central.putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(crc)
                    .putInt(-1)
                    .putInt(-1);
            central.putShort((short) name.length)
                    .putShort((short) 20)
                    .putShort((short) 0)
                    .putShort((short) 0);
            central.putShort((short) 0).putInt(0100644 << 16).putInt(0);
            out.write(central.put(name).put(ExtraFields.zip64(HUGE, HUGE)).flip());
            for (CentralRecord record : directory.records()) {
                out.write(ByteBuffer.wrap(record.movedTo(record.offset() + behind)));
            }
            long size = out.position() - start;
            ByteBuffer end = buffer(56 + 20 + 22);
            end.putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0);
            end.putLong(3).putLong(3).putLong(size).putLong(start);
            end.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
            end.putInt(0x06054b50)
                    .putInt(0)
                    .putShort((short) 3)
                    .putShort((short) 3)
                    .putInt((int) size)
                    .putInt(-1);
            out.write(end.putShort((short) 0).flip());
        }
        return base;
    }

    private static int crcOfZeros() {
        CRC32 crc = new CRC32();
        byte[] zeros = new byte[1 << 20];
        for (long left = HUGE; left > 0; left -= zeros.length) {
            crc.update(zeros, 0, (int) Math.min(left, zeros.length));
        }
        return (int) crc.getValue();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

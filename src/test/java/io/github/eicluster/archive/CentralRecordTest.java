package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offsets beyond 4 GB, without writing 4 GB. */
class CentralRecordTest {

    private static final long FAR = 5L << 30;

    @TempDir
    Path temp;

    private CentralRecord record() throws IOException {
        Path path = Zips.write(temp.resolve("x.zip"), zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("root/größe");
            entry.setComment("comment");
            entry.setLastModifiedTime(java.nio.file.attribute.FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
            Zips.put(zip, entry, "content".getBytes(UTF_8));
        });
        try (ZipSource source = ZipSource.open(path)) {
            return ZipDirectory.read(source, "x.zip").records().get(0);
        }
    }

    private static CentralRecord read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        CentralRecord record = CentralRecord.read(buffer);
        assertThat(buffer.hasRemaining()).isFalse();
        return record;
    }

    @Test
    void getsAZip64FieldWhenItMovesFarAway() throws IOException {
        CentralRecord near = record();

        CentralRecord far = read(near.movedTo(FAR));

        assertThat(far.offset()).isEqualTo(FAR);
        assertThat(far.size()).isEqualTo(7);
        assertThat(far.compressedSize()).isEqualTo(near.compressedSize());
        assertThat(far.name()).isEqualTo("root/größe");
        assertThat(far.rawComment()).asString(UTF_8).isEqualTo("comment");
        assertThat(far.extra().find(ExtraFields.EXTENDED_TIMESTAMP)).isPresent();
    }

    @Test
    void keepsTheZip64FieldWhenItMovesAgain() throws IOException {
        byte[] far = record().movedTo(FAR);

        byte[] again = read(far).movedTo(17);

        assertThat(read(again).offset()).isEqualTo(17);
        assertThat(read(again).movedTo(FAR)).isEqualTo(far);
    }

    @Test
    void keepsALargeOffsetThatFitsIn32Bits() throws IOException {
        assertThat(read(record().movedTo(0xFFFFFFFEL)).offset()).isEqualTo(0xFFFFFFFEL);
    }

    @Test
    void readsTheExtendedTimestamp() throws IOException {
        assertThat(record().modified()).isEqualTo("2020-01-02T03:04:05Z");
    }
}

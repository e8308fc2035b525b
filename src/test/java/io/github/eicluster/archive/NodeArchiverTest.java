package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeArchiverTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");

    @TempDir
    Path temp;

    private Path base;
    private Overlay overlay;
    private Format format = Format.ZIP;
    private Instant time = TIME;
    private String version = "1.0";
    private boolean checksum;

    @BeforeEach
    void makeBase() throws IOException {
        base = pack("carbon");
        overlay = new Overlay(temp.resolve("overlay")).file("lib/a.jar", "a");
        assertThat(write().reused()).isFalse();
    }

    private Path pack(String carbon) throws IOException {
        return Zips.write(temp.resolve("pack.zip"), zip -> {
            Zips.put(zip, "wso2ei/conf/carbon.xml", carbon);
            Zips.put(zip, "wso2ei/conf/axis2/axis2.xml", "axis2");
        });
    }

    private WrittenArchive write() {
        try (Distribution distribution = Distribution.open(base)) {
            ArchiveRequest request = new ArchiveRequest(overlay.content(), target(), format, time, checksum);
            return new NodeArchiver(version, 1, Progress.NONE)
                    .write(distribution, List.of(request))
                    .get(0);
        }
    }

    private Path state() {
        return temp.resolve("out/.node1.fingerprint");
    }

    private Path target() {
        return temp.resolve("out/node1");
    }

    private void assertRewritten() {
        assertThat(write().reused()).isFalse();
        assertThat(write().reused()).isTrue();
    }

    @Test
    void reusesAnArchiveWhenNothingChanged() throws IOException {
        FileTime written = Files.getLastModifiedTime(target());

        WrittenArchive again = write();

        assertThat(again.file()).isEqualTo(target());
        assertThat(again.bytes()).isEqualTo(Files.size(target()));
        assertThat(again.entries()).isEqualTo(3);
        assertThat(again.reused()).isTrue();
        assertThat(again.work()).isEqualTo(Work.NONE);
        assertThat(Files.getLastModifiedTime(target())).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void reusesEveryFormat(Format other) throws IOException {
        Files.delete(target());
        format = other;

        assertRewritten();
    }

    @Test
    void writesAgainAfterTheBaseChanged() throws IOException {
        pack("another carbon");
        assertRewritten();
    }

    @Test
    void writesAgainAfterTheBaseWasTouched() throws IOException {
        Files.setLastModifiedTime(base, FileTime.fromMillis(1));
        assertRewritten();
    }

    @Test
    void writesAgainAfterAFileOfADirectoryBaseChanged() throws IOException {
        base = Files.createDirectories(temp.resolve("home/wso2ei"));
        Files.createDirectories(base.resolve("bin"));
        Path file = base.resolve("bin/x.sh");
        Files.writeString(file, "one");
        assertRewritten();

        Files.writeString(file, "three");
        assertRewritten();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertRewritten();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr--r--"));
        assertRewritten();
        Files.delete(file);
        assertRewritten();
    }

    @Test
    void writesAgainAfterTheOverlayChanged() throws IOException {
        overlay = new Overlay(temp.resolve("overlay")).file("lib/a.jar", "b");
        assertRewritten();
        overlay.file("lib/b.jar", "");
        assertRewritten();
        overlay.ownerOnly("lib/b.jar");
        assertRewritten();
        overlay.secret();
        assertRewritten();
        overlay.without("conf/carbon.xml");
        assertRewritten();
    }

    @Test
    void writesAgainForAnotherTimestampOrPluginVersion() {
        time = TIME.plusSeconds(60);
        assertRewritten();
        version = "1.1";
        assertRewritten();
    }

    @Test
    void writesAgainAfterTheTargetWasDeletedOrTouched() throws IOException {
        Files.delete(target());
        assertRewritten();
        Files.setLastModifiedTime(target(), FileTime.fromMillis(1));
        assertRewritten();
        FileTime written = Files.getLastModifiedTime(target());
        Files.writeString(target(), "shorter");
        Files.setLastModifiedTime(target(), written);
        assertRewritten();
        assertThat(Zips.names(target())).hasSize(3);
    }

    @Test
    void writesAgainAfterTheDirectoryOfTheTargetWasChanged() throws IOException {
        FileTime written = Files.getLastModifiedTime(target());
        byte[] bytes = Files.readAllBytes(target());
        bytes[bytes.length - 40] ^= 1;
        Files.write(target(), bytes);
        Files.setLastModifiedTime(target(), written);

        assertRewritten();
    }

    @Test
    void writesAgainAfterTheBaseWasReplacedByAFileOfTheSameSizeAndTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(base);
        Path other = Files.copy(base, temp.resolve("other.zip"));
        Files.setLastModifiedTime(other, time);
        Files.move(other, base, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertRewritten();
    }

    @Test
    void writesAgainAfterTheDirectoryOfTheBaseWasChangedInPlace() throws IOException {
        FileTime time = Files.getLastModifiedTime(base);
        byte[] bytes = Files.readAllBytes(base);
        // The time of the last entry in the central directory.
        int record = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        bytes[record + 12] ^= 1;
        Files.write(base, bytes);
        Files.setLastModifiedTime(base, time);

        assertRewritten();
    }

    @Test
    void onlyTheOwnerReadsTheFingerprint() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                .isEqualTo("rw-------");
    }

    @Test
    void aChecksumIsThatOfTheFileWhetherItIsWrittenOrReused() throws IOException {
        assertThat(write().checksum()).isEmpty();
        checksum = true;
        String sum = new Fingerprint().addContent(target()).hex();

        assertThat(write()).satisfies(again -> {
            assertThat(again.reused()).isTrue();
            assertThat(again.checksum()).contains(sum);
        });
        Files.delete(target());
        assertThat(write().checksum()).contains(sum);
        assertThat(write().checksum()).contains(sum);
    }

    @Test
    void writesAgainAfterAFileOfATargetFolderWasTouched() throws IOException {
        Files.delete(target());
        format = Format.DIRECTORY;
        assertRewritten();

        Files.writeString(target().resolve("wso2ei/conf/carbon.xml"), "edited by hand");

        assertRewritten();
        assertThat(target().resolve("wso2ei/conf/carbon.xml")).hasContent("carbon");
    }

    @Test
    void writesAgainWithoutAUsableState() throws IOException {
        Path state = state();
        Files.delete(state);
        assertRewritten();
        Files.writeString(state, "something else");
        assertRewritten();
        Files.write(state, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertRewritten();
    }

    @Test
    void forgetsTheStateWhenWritingFails() throws IOException {
        Files.delete(target());
        Files.createDirectories(target().resolve("documents"));

        assertThatThrownBy(this::write).isInstanceOf(ClusterException.class);

        assertThat(state()).doesNotExist();
    }
}

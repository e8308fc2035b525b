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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeUpdateTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");
    private static final String DATABASE = "repository/database/WSO2CARBON_DB.h2.db";

    @TempDir
    Path temp;

    private Path base;
    private Path home;
    private Overlay overlay;

    @BeforeEach
    void writeOnce() throws IOException {
        base = pack("carbon");
        overlay = new Overlay(temp.resolve("overlay")).file("lib/driver.jar", "driver");
        home = temp.resolve("homes/node1/wso2ei");
        write();
    }

    private Path pack(String carbon) throws IOException {
        return Zips.write(temp.resolve("pack.zip"), zip -> {
            Zips.folder(zip, "wso2ei/");
            Zips.folder(zip, "wso2ei/old/");
            Zips.put(zip, "wso2ei/old/file", "old");
            Zips.put(zip, "wso2ei/conf/carbon.xml", carbon);
            Zips.put(zip, "wso2ei/conf/axis2.xml", "axis2");
            Zips.put(zip, "wso2ei/" + DATABASE, "fresh");
            Zips.link(zip, "wso2ei/conf/link.xml", "carbon.xml");
        });
    }

    private WrittenArchive write() {
        try (Distribution distribution = Distribution.open(base)) {
            return Archives.write(distribution, overlay.content(), temp.resolve("homes/node1"), Format.DIRECTORY, TIME);
        }
    }

    @Test
    void leavesFilesAloneThatAreAsTheyShouldBe() throws IOException {
        Object key =
                Files.readAttributes(home.resolve("conf/axis2.xml"), "unix:ino").get("ino");
        pack("another carbon");

        WrittenArchive again = write();

        assertThat(home.resolve("conf/carbon.xml")).hasContent("another carbon");
        assertThat(again.work()).isEqualTo(new Work("another carbon".length(), 0, 1));
        assertThat(Files.readAttributes(home.resolve("conf/axis2.xml"), "unix:ino")
                        .get("ino"))
                .isEqualTo(key);
        assertThat(write().reused()).isTrue();
    }

    @Test
    void putsBackWhatSomebodyChangedOrDeleted() throws IOException {
        Files.writeString(home.resolve("conf/carbon.xml"), "edited");
        Files.setPosixFilePermissions(home.resolve("conf/axis2.xml"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setLastModifiedTime(home.resolve("lib/driver.jar"), FileTime.fromMillis(1));
        Files.delete(home.resolve("conf/link.xml"));
        Files.delete(home.resolve("old/file"));

        assertThat(write().work().made()).isEqualTo(5);

        assertThat(home.resolve("conf/carbon.xml")).hasContent("carbon");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("conf/axis2.xml"))))
                .isEqualTo("rw-r--r--");
        assertThat(Files.getLastModifiedTime(home.resolve("lib/driver.jar"))).isEqualTo(FileTime.from(TIME));
        assertThat(Files.readSymbolicLink(home.resolve("conf/link.xml"))).isEqualTo(Path.of("carbon.xml"));
        assertThat(home.resolve("old/file")).hasContent("old");
    }

    @Test
    void deletesWhatTheNodeNoLongerGets() throws IOException {
        base = Zips.write(temp.resolve("pack.zip"), zip -> Zips.put(zip, "wso2ei/conf/carbon.xml", "carbon"));
        overlay = new Overlay(temp.resolve("none"));

        write();

        assertThat(home.resolve("lib")).isDirectoryNotContaining("glob:**");
        assertThat(home.resolve("old")).doesNotExist();
        assertThat(home.resolve("conf/axis2.xml")).doesNotExist();
        assertThat(home.resolve("conf/carbon.xml")).hasContent("carbon");
    }

    @Test
    void leavesWhatAServerPutThere() throws IOException {
        Files.createDirectories(home.resolve("repository/logs"));
        Files.writeString(home.resolve("repository/logs/wso2carbon.log"), "started");
        Files.writeString(home.resolve("old/mine"), "mine");
        Files.writeString(home.resolve(DATABASE), "holds data");
        overlay = new Overlay(temp.resolve("o")).without("old/file");

        write();

        assertThat(home.resolve("repository/logs/wso2carbon.log")).hasContent("started");
        assertThat(home.resolve("old/mine")).hasContent("mine");
        assertThat(home.resolve("old/file")).doesNotExist();
        assertThat(home.resolve(DATABASE)).hasContent("holds data");
    }

    @Test
    void foldersThatTheBaseDoesNotHaveGetAModeOfTheirOwn() throws IOException {
        overlay.file("new/deep/file", "x");

        write();

        for (String folder : java.util.List.of("new", "new/deep", "lib")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder))))
                    .isEqualTo("rwxr-xr-x");
        }
    }

    @Test
    void neverWritesThroughALinkIntoTheDistribution() throws IOException {
        Path unpacked = Files.createDirectories(temp.resolve("unpacked/wso2ei"));
        Files.writeString(unpacked.resolve("a.txt"), "a");
        base = unpacked;
        write();

        Files.writeString(home.resolve("a.txt"), "changed on the node");

        assertThat(unpacked.resolve("a.txt")).hasContent("a");
    }

    @Test
    void doesNotReplaceAFolderThatSomebodyPutInTheWay() throws IOException {
        Files.delete(home.resolve("conf/carbon.xml"));
        Files.createDirectories(home.resolve("conf/carbon.xml/mine"));

        assertThatThrownBy(this::write)
                .isInstanceOf(ClusterException.class)
                .hasMessage("'" + home.resolve("conf/carbon.xml")
                        + "' is not what this build put there and is not replaced; move it away.");
        assertThat(home.resolve("conf/carbon.xml/mine")).isDirectory();
    }

    @Test
    void theFolderOfANodeWithSecretsIsItsOwners() throws IOException {
        overlay.secret();

        write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("homes/node1"))))
                .isEqualTo("rwx------");
    }
}

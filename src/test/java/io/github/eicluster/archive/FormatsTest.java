package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");
    private static final String LONG = "a-long-name/".repeat(12) + "größe.txt";

    @TempDir
    Path temp;

    private Path zipBase;
    private Path homeBase;
    private NodeContent content;

    @BeforeEach
    void makeBases() throws IOException {
        zipBase = Zips.write(temp.resolve("pack.zip"), zip -> {
            Zips.folder(zip, "wso2ei/");
            Zips.put(zip, "wso2ei/bin/integrator.sh", Zips.FILE | 0750, "run".getBytes(UTF_8));
            Zips.put(zip, "wso2ei/conf/carbon.xml", Zips.FILE | 0640, "old".getBytes(UTF_8));
            Zips.put(zip, "wso2ei/" + LONG, "long");
            Zips.link(zip, "wso2ei/conf/link.xml", "carbon.xml");
            Zips.put(zip, "wso2ei/repository/logs/", Zips.DIRECTORY | 0700, new byte[0]);
            Zips.put(zip, "wso2ei/wso2carbon.pid", "4711");
        });
        Path home = Files.createDirectories(temp.resolve("home/wso2ei"));
        file(home, "bin/integrator.sh", "run", "rwxr-x---");
        file(home, "conf/carbon.xml", "old", "rw-r-----");
        file(home, LONG, "long", "rw-r--r--");
        file(home, "wso2carbon.pid", "4711", "rw-r--r--");
        Files.createSymbolicLink(home.resolve("conf/link.xml"), Path.of("carbon.xml"));
        Files.createDirectories(home.resolve("repository/logs"));
        Files.setPosixFilePermissions(home.resolve("repository/logs"), PosixFilePermissions.fromString("rwx------"));
        homeBase = home;
        content = new Overlay(temp.resolve("overlay"))
                .file("conf/carbon.xml", "new")
                .file("lib/driver.jar", "jar")
                .file("repository/resources/security/node.jks", "keys")
                .ownerOnly("repository/resources/security/node.jks")
                .without("wso2carbon.pid")
                .content();
    }

    private static void file(Path home, String path, String text, String permissions) throws IOException {
        Files.createDirectories(home.resolve(path).getParent());
        Files.writeString(home.resolve(path), text);
        Files.setPosixFilePermissions(home.resolve(path), PosixFilePermissions.fromString(permissions));
    }

    private WrittenArchive write(Path base, Format format, String name) {
        try (Distribution distribution = Distribution.open(base)) {
            return Archives.write(distribution, content, temp.resolve("out").resolve(name), format, TIME);
        }
    }

    private record Member(int mode, String text, Instant time) {}

    private static Map<String, Member> tar(Path path) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(path)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String text =
                        entry.isSymbolicLink() ? "-> " + entry.getLinkName() : new String(tar.readAllBytes(), UTF_8);
                assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
                assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
                members.put(
                        entry.getName(),
                        new Member(
                                entry.getMode() & 0777,
                                text,
                                entry.getLastModifiedTime().toInstant()));
            }
        }
        return members;
    }

    @Test
    void writesATarOfAZip() throws IOException {
        WrittenArchive written = write(zipBase, Format.TAR_GZ, "node.tar.gz");

        Map<String, Member> members = tar(written.file());
        assertThat(members.keySet())
                .containsExactly(
                        "wso2ei/",
                        "wso2ei/bin/integrator.sh",
                        "wso2ei/conf/carbon.xml",
                        "wso2ei/" + LONG,
                        "wso2ei/conf/link.xml",
                        "wso2ei/repository/logs/",
                        "wso2ei/lib/driver.jar",
                        "wso2ei/repository/resources/security/node.jks");
        assertThat(members.get("wso2ei/bin/integrator.sh").mode()).isEqualTo(0750);
        assertThat(members.get("wso2ei/conf/carbon.xml")).isEqualTo(new Member(0640, "new", TIME));
        assertThat(members.get("wso2ei/" + LONG).text()).isEqualTo("long");
        assertThat(members.get("wso2ei/conf/link.xml").text()).isEqualTo("-> carbon.xml");
        assertThat(members.get("wso2ei/repository/logs/").mode()).isEqualTo(0700);
        assertThat(members.get("wso2ei/lib/driver.jar")).isEqualTo(new Member(0644, "jar", TIME));
        assertThat(members.get("wso2ei/repository/resources/security/node.jks").mode())
                .isEqualTo(0600);
        assertThat(written.entries()).isEqualTo(members.size());
        assertThat(written.bytes()).isEqualTo(Files.size(written.file()));
    }

    @Test
    void writesATarOfADirectorySortedWithTheFixedTime() throws IOException {
        Map<String, Member> members =
                tar(write(homeBase, Format.TAR_GZ, "node.tar.gz").file());

        assertThat(members.keySet())
                .startsWith("wso2ei/", "wso2ei/a-long-name/")
                .doesNotContain("wso2ei/wso2carbon.pid");
        assertThat(members.values()).extracting(Member::time).containsOnly(TIME);
        assertThat(members.get("wso2ei/bin/integrator.sh").mode()).isEqualTo(0750);
        assertThat(members.get("wso2ei/conf/link.xml").text()).isEqualTo("-> carbon.xml");
    }

    @Test
    void writesAZipOfADirectory() throws IOException {
        Path node = write(homeBase, Format.ZIP, "node.zip").file();

        try (ZipFile zip = Zips.open(node)) {
            assertThat(zip.getEntry("wso2ei/bin/integrator.sh").getUnixMode()).isEqualTo(Zips.FILE | 0750);
            assertThat(zip.getEntry("wso2ei/conf/carbon.xml").getUnixMode()).isEqualTo(Zips.FILE | 0640);
            assertThat(zip.getEntry("wso2ei/repository/logs/").getUnixMode()).isEqualTo(Zips.DIRECTORY | 0700);
            assertThat(zip.getUnixSymlink(zip.getEntry("wso2ei/conf/link.xml"))).isEqualTo("carbon.xml");
            assertThat(Zips.content(zip, "wso2ei/conf/carbon.xml"))
                    .asString(UTF_8)
                    .isEqualTo("new");
            assertThat(Zips.content(zip, "wso2ei/" + LONG)).asString(UTF_8).isEqualTo("long");
            List<ZipArchiveEntry> entries = Zips.entries(zip);
            assertThat(entries)
                    .extracting(ZipArchiveEntry::getTime)
                    .containsOnly(entries.get(0).getTime());
        }
    }

    @Test
    void writesADirectory() throws IOException {
        for (Path base : List.of(zipBase, homeBase)) {
            WrittenArchive written = write(base, Format.DIRECTORY, "node");
            Path home = written.file().resolve("wso2ei");

            assertThat(home.resolve("conf/carbon.xml")).hasContent("new");
            assertThat(Files.getLastModifiedTime(home.resolve("conf/carbon.xml")))
                    .isEqualTo(FileTime.from(TIME));
            assertThat(mode(home.resolve("conf/carbon.xml"))).isEqualTo("rw-r-----");
            assertThat(mode(home.resolve("bin/integrator.sh"))).isEqualTo("rwxr-x---");
            assertThat(mode(home.resolve("repository/logs"))).isEqualTo("rwx------");
            assertThat(mode(home.resolve("lib/driver.jar"))).isEqualTo("rw-r--r--");
            assertThat(mode(home.resolve("repository/resources/security/node.jks")))
                    .isEqualTo("rw-------");
            assertThat(Files.readSymbolicLink(home.resolve("conf/link.xml"))).isEqualTo(Path.of("carbon.xml"));
            assertThat(home.resolve(LONG)).hasContent("long");
            assertThat(home.resolve("wso2carbon.pid")).doesNotExist();
            assertThat(written.bytes()).isEqualTo(3 + 3 + 3 + 4 + 4);
        }
        assertThat(temp.resolve("out")).isDirectoryNotContaining("glob:**/.*.{part,old}");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void refusesAFileAtOrBelowALink() throws IOException {
        assertUnfit(
                "conf/link.xml",
                "The file 'conf/link.xml' for a node would replace a symbolic link of the distribution;"
                        + " overlay the file that the link leads to.");
        assertUnfit(
                "conf/link.xml/below",
                "The file 'conf/link.xml/below' for a node would lie below 'conf/link.xml', which is a symbolic link;"
                        + " rename it or take it out of the overlays.");
    }

    private void assertUnfit(String path, String message) throws IOException {
        content = new Overlay(temp.resolve("o")).file(path, "a file now").content();
        for (Path base : List.of(zipBase, homeBase)) {
            assertThatThrownBy(() -> write(base, Format.ZIP, "node.zip"))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage(message);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ZIP", "TAR_GZ"})
    void writesTheSameBytesTwice(Format format) throws IOException {
        TimeZone before = TimeZone.getDefault();
        for (Path base : List.of(zipBase, homeBase)) {
            List<byte[]> bytes = new ArrayList<>();
            try {
                for (String zone : List.of("UTC", "Asia/Kathmandu")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    bytes.add(Files.readAllBytes(write(base, format, "node").file()));
                }
            } finally {
                TimeZone.setDefault(before);
            }
            assertThat(bytes.get(1)).isEqualTo(bytes.get(0));
        }
    }

    @Test
    void isReadByTheToolsOfOperations() throws Exception {
        for (Path base : List.of(zipBase, homeBase)) {
            Path zip = write(base, Format.ZIP, "node.zip").file();
            Path tar = write(base, Format.TAR_GZ, "node.tar.gz").file();
            Path unzipped = Files.createDirectories(temp.resolve("unzipped-" + base.getFileName()));
            Path untarred = Files.createDirectories(temp.resolve("untarred-" + base.getFileName()));

            assertThat(run("unzip", "-q", zip.toString(), "-d", unzipped.toString()))
                    .isZero();
            assertThat(run("tar", "-xzf", tar.toString(), "-C", untarred.toString()))
                    .isZero();

            for (Path out : List.of(unzipped, untarred)) {
                assertThat(out.resolve("wso2ei/conf/carbon.xml")).hasContent("new");
                assertThat(mode(out.resolve("wso2ei/bin/integrator.sh"))).isEqualTo("rwxr-x---");
                assertThat(out.resolve("wso2ei/conf/link.xml")).isSymbolicLink();
            }
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            assumeTrue(false, "skipped: " + command[0] + " is not on the PATH");
            return -1;
        }
    }

    @Test
    void knowsTheWordsOfThePom() {
        assertThat(Format.fromText(" zip ")).isEqualTo(Format.ZIP);
        assertThat(Format.fromText("tar.gz")).isEqualTo(Format.TAR_GZ);
        assertThat(Format.fromText("directory")).isEqualTo(Format.DIRECTORY);
        assertThat(Format.TAR_GZ.fileName("ei-1.0-node1")).isEqualTo("ei-1.0-node1.tar.gz");
        assertThat(Format.ZIP.fileName("a")).isEqualTo("a.zip");
        assertThat(Format.DIRECTORY.fileName("a")).isEqualTo("a");
        assertThatThrownBy(() -> Format.fromText("rar"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("'rar' is not a format. Use one of zip, tar.gz, directory.");
    }
}

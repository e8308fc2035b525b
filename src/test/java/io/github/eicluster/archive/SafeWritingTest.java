package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeWritingTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");

    @TempDir
    Path temp;

    private Path base;
    private Path out;

    @BeforeEach
    void makeBase() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        base = Zips.write(temp.resolve("pack.zip"), zip -> {
            Zips.put(zip, "wso2ei/conf/carbon.xml", "carbon");
            Zips.put(zip, "wso2ei/lib/big.jar", Zips.FILE | 0644, noise);
        });
        out = temp.resolve("out");
    }

    private List<String> produced() throws IOException {
        try (Stream<Path> children = Files.list(out)) {
            return children.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".fingerprint"))
                    .sorted()
                    .toList();
        }
    }

    private Path write(NodeContent content, Format format, String name) {
        try (Distribution distribution = Distribution.open(base)) {
            return Archives.write(distribution, content, out.resolve(name), format, TIME)
                    .file();
        }
    }

    /** The base is cut after it was opened, so that writing fails after the first entry. */
    private void failInTheMiddle(Format format, String name) throws IOException {
        try (Distribution distribution = Distribution.open(base);
                FileChannel channel = FileChannel.open(base, StandardOpenOption.WRITE)) {
            channel.truncate(100_000);
            assertThatThrownBy(() -> Archives.write(distribution, NodeContent.EMPTY, out.resolve(name), format, TIME))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith("'" + out.resolve(name) + "' cannot be written from '" + base + "': ");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void leavesNothingAfterAFailure(Format format) throws IOException {
        failInTheMiddle(format, "node");

        assertThat(produced()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ZIP", "TAR_GZ"})
    void keepsTheOldArchiveAfterAFailure(Format format) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("node"), "the old archive");

        failInTheMiddle(format, "node");

        assertThat(produced()).containsExactly("node");
        assertThat(out.resolve("node")).hasContent("the old archive");
    }

    @Test
    void aFolderHoldsOnlyWholeFilesAfterAFailedUpdate() throws IOException {
        Path old = write(NodeContent.EMPTY, Format.DIRECTORY, "node");
        byte[] whole = Files.readAllBytes(base);
        Files.writeString(old.resolve("wso2ei/lib/big.jar"), "touched by hand");

        failInTheMiddle(Format.DIRECTORY, "node");

        assertThat(produced()).containsExactly("node");
        assertThat(old.resolve("wso2ei/conf/carbon.xml")).hasContent("carbon");
        assertThat(old.resolve("wso2ei/lib/big.jar")).hasContent("touched by hand");
        assertThat(old.resolve("wso2ei/lib")).isDirectoryNotContaining("glob:**/.*");
        Files.write(base, whole);
        write(NodeContent.EMPTY, Format.DIRECTORY, "node");
        assertThat(old.resolve("wso2ei/lib/big.jar")).hasSize(200_000);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void replacesTheOldOutputAndWhatAKilledBuildLeft(Format format) throws IOException {
        write(NodeContent.EMPTY, format, "node");
        Files.createDirectories(out.resolve(".node.ei-cluster.part/wso2ei"));
        Files.createDirectories(out.resolve(".node.ei-cluster.old/wso2ei"));
        NodeContent content =
                new Overlay(temp.resolve("o")).file("conf/carbon.xml", "second").content();

        write(content, format, "node");

        assertThat(produced()).contains("node").noneMatch(name -> name.contains("ei-cluster"));
        if (format == Format.DIRECTORY) {
            assertThat(produced()).containsExactly("node");
            assertThat(out.resolve("node/wso2ei/conf/carbon.xml")).hasContent("second");
        }
    }

    @Test
    void makesArchivesWithSecretsReadableForTheirOwnerOnly() throws IOException {
        NodeContent secret = new Overlay(temp.resolve("o"))
                .file("conf/carbon.xml", "secret")
                .secret()
                .content();

        assertThat(mode(write(secret, Format.ZIP, "node.zip"))).isEqualTo("rw-------");
        assertThat(mode(write(secret, Format.TAR_GZ, "node.tar.gz"))).isEqualTo("rw-------");
        assertThat(mode(write(secret, Format.DIRECTORY, "node"))).isEqualTo("rwx------");
        assertThat(mode(write(NodeContent.EMPTY, Format.ZIP, "public.zip"))).isNotEqualTo("rw-------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void doesNotReplaceAFolderThatIsNoUnpackedNode() throws IOException {
        Files.createDirectories(out.resolve("node/documents"));
        Files.writeString(out.resolve("node/notes.txt"), "mine");

        assertThatThrownBy(() -> write(NodeContent.EMPTY, Format.DIRECTORY, "node"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("holds other things than one unpacked node and is not replaced");
        assertThatThrownBy(() -> write(NodeContent.EMPTY, Format.ZIP, "node"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("is a folder and is not replaced");
        assertThat(out.resolve("node/notes.txt")).hasContent("mine");
        assertThat(produced()).containsExactly("node");
    }

    @Test
    void refusesContentThatDoesNotFitTheBase() throws IOException {
        base = Zips.write(temp.resolve("deep.zip"), zip -> {
            Zips.put(zip, "wso2ei/conf/carbon.xml", "carbon");
            Zips.put(zip, "wso2ei/conf/axis2/axis2.xml", "no folder has an entry of its own");
            Zips.put(zip, "wso2ei/confirmed/a/b", "beside a name that begins alike");
        });
        assertUnfit("../escape", "has '..' in its name");
        assertUnfit("conf", "would replace a folder of the distribution");
        assertUnfit("conf/axis2", "would replace a folder of the distribution");
        assertUnfit("confirmed/a", "would replace a folder of the distribution");
        assertUnfit("confirmed", "would replace a folder of the distribution");
        assertUnfit("conf/carbon.xml/below", "would lie below 'conf/carbon.xml', which is not a folder");
        assertThat(out).doesNotExist();
    }

    private void assertUnfit(String path, String rule) throws IOException {
        NodeContent content = new Overlay(temp.resolve("o")).file(path, "x").content();
        assertThatThrownBy(() -> write(content, Format.ZIP, "node.zip"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("The file '" + path + "' for a node ")
                .hasMessageContaining(rule);
    }

    @Test
    void refusesContentWhoseFileIsGone() {
        NodeContent content = new Overlay(temp)
                .from("conf/carbon.xml", temp.resolve("gone.xml"))
                .content();

        assertThatThrownBy(() -> write(content, Format.ZIP, "node.zip"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("gone.xml' for 'conf/carbon.xml' of a node is missing");
    }

    @Test
    void refusesALyingEntryWhenItMustBeUnpacked() throws IOException {
        byte[] bytes = Files.readAllBytes(base);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int local = text.indexOf("PK\u0003\u0004");
        int central = text.indexOf("PK\u0001\u0002");
        bytes[local + 22] = 99;
        bytes[central + 24] = 99;
        Files.write(base, bytes);

        assertThatThrownBy(() -> write(NodeContent.EMPTY, Format.DIRECTORY, "node"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("entry 'wso2ei/conf/carbon.xml' has a size or checksum that is not true");
        assertThat(produced()).isEmpty();
    }
}

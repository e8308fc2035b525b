package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.verify.home.ArchiveFiles;
import io.github.eicluster.verify.home.NodeHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and archives that are made to do harm, one by one; {@link RandomHomesTest} throws dice. */
class HostileFilesTest {

    private static final String CARS = "repository/deployment/server/carbonapps/";

    @TempDir
    Path folder;

    @Test
    void anEntityBombIsNotExpanded() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE Server [<!ENTITY e0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }

        expectUnchecked(bomb + "]>\n<Server>&e30;</Server>", Cases.CARBON);
        expectUnchecked(bomb + "]>\n<axisconfig>&e30;</axisconfig>", Cases.AXIS2);
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "kept-to-itself");
        String text = "<!DOCTYPE Server [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n<Server><HostName>&e;"
                + "</HostName></Server>";

        List<Finding> findings = expectUnchecked(text, Cases.CARBON);

        assertThat(findings).noneMatch(finding -> (finding.message() + finding.observed()).contains("kept-to-itself"));
    }

    @Test
    void deepNestingEndsInASentenceAndNotInAnOverflowOfTheStack() {
        expectUnchecked("<Server>" + "<a>".repeat(200_000), Cases.CARBON);
        expectUnchecked("<Server>" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + "</Server>", Cases.CARBON);
    }

    @Test
    void aFileThatEndsInTheMiddleIsSaidOfThatFile() {
        Sample good = Sample.guide();
        for (String file : List.of(Cases.AXIS2, Cases.CARBON, Cases.REGISTRY, Cases.USERS, Cases.MASTER)) {
            byte[] content = good.content("node2", file);
            String half = new String(Arrays.copyOf(content, content.length / 2), StandardCharsets.ISO_8859_1);

            expectUnchecked(half, file);
        }
    }

    /** A file that cannot be read is one violation of EIC201, and whatever needed it is listed as not checked. */
    private static List<Finding> expectUnchecked(String text, String file) {
        List<Finding> findings = Sample.guide().put("node2", file, text).judge().findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo("EIC201");
            assertThat(finding.violation()).isTrue();
            assertThat(finding.place().node()).isEqualTo("node2");
            assertThat(finding.place().file()).isEqualTo(file);
        });
        assertThat(findings)
                .anyMatch(finding -> !finding.violation()
                        && finding.place().node().equals("node2")
                        && finding.place().file().equals(file));
        assertThat(findings).noneMatch(finding -> finding.message().startsWith(Verifier.DEFECT));
        return findings;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.xml",
                "wso2ei-6.6.0/../../evil.xml",
                "/etc/evil.xml",
                "C:\\evil.xml",
                "wso2ei-6.6.0/conf\\..\\..\\evil.xml"
            })
    void anEntryThatLeavesTheArchiveIsRefused(String name) throws IOException {
        Path archive = archive(zip -> {
            zip.putNextEntry(new ZipEntry(name));
            zip.write('x');
        });

        assertThatThrownBy(() -> ArchiveFiles.open(archive))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(name.substring(name.lastIndexOf('.') - 4));
        assertThat(folder.getParent().resolve("evil.xml")).doesNotExist();
    }

    @Test
    void anEntryOfAGigabyteIsNotUnpacked() throws IOException {
        Path archive = archive(zip -> {
            zip.putNextEntry(new ZipEntry("wso2ei-6.6.0/conf/synapse.properties"));
            zeros(zip, 1024);
        });

        try (ArchiveFiles files = ArchiveFiles.open(archive)) {
            NodeHome home = new NodeHome("node", files);
            Report report = new Verifier()
                    .judge(
                            new ClusterView(List.of(home), Optional.empty(), Optional.empty(), Sample.NOW, false),
                            Policy.DEFAULT);

            assertThat(report.findings())
                    .anyMatch(finding -> !finding.violation()
                            && finding.place().file().equals("conf/synapse.properties")
                            && finding.message().contains("too large"));
            assertThat(home.bytesRead()).isLessThan(1 << 20);
        }
    }

    @Test
    void anApplicationThatUnpacksToAGigabyteIsGivenUp() throws IOException {
        ByteArrayOutputStream car = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(car)) {
            zip.putNextEntry(new ZipEntry("data/zeros.bin"));
            zeros(zip, 1024);
            zip.putNextEntry(new ZipEntry("artifacts.xml"));
        }

        List<Finding> findings = Sample.guide()
                .put("node1", CARS + "a.car", car.toByteArray())
                .put("node2", CARS + "a.car", car.toByteArray())
                .judge()
                .findings();

        assertThat(findings)
                .anyMatch(finding -> !finding.violation()
                        && finding.place().file().equals(CARS + "a.car")
                        && finding.message().contains("unpacks to more than"));
        assertThat(findings).noneMatch(finding -> finding.message().startsWith(Verifier.DEFECT));
    }

    /** A name that ends like a folder's does not make it one. */
    @Test
    void aFolderThatHoldsAGigabyteIsGivenUp() throws IOException {
        ByteArrayOutputStream car = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(car)) {
            ZipEntry entry = new ZipEntry("data/");
            entry.setMethod(ZipEntry.DEFLATED);
            zip.putNextEntry(entry);
            zeros(zip, 1024);
        }

        assertThat(Sample.guide()
                        .put("node1", CARS + "a.car", car.toByteArray())
                        .put("node2", CARS + "a.car", car.toByteArray())
                        .judge()
                        .findings())
                .anyMatch(finding -> !finding.violation() && finding.message().contains("unpacks to more than"));
    }

    @Test
    void anArchiveThatIsCutOffIsRefused() throws IOException {
        byte[] good = Files.readAllBytes(Miniatures.archive("6.6.0"));
        for (int length : List.of(0, 1, 21, good.length / 2, good.length - 1)) {
            Path archive = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(good, length));

            assertThatThrownBy(() -> ArchiveFiles.open(archive))
                    .as("%s bytes", length)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("cut.zip")
                    .hasMessageEndingWith(".");
        }
    }

    private interface Addition {
        void to(ZipOutputStream zip) throws IOException;
    }

    /** The miniature with one more entry, in place of the one of that name. */
    private Path archive(Addition addition) throws IOException {
        Path target = folder.resolve("hostile.zip");
        try (ZipFile miniature = new ZipFile(Miniatures.archive("6.6.0").toFile());
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(miniature.entries())) {
                if (!entry.getName().endsWith("conf/synapse.properties")) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = miniature.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                }
            }
            addition.to(zip);
        }
        return target;
    }

    private static void zeros(ZipOutputStream zip, int megabytes) throws IOException {
        zip.setLevel(1);
        byte[] piece = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            zip.write(piece);
        }
    }
}

package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.testing.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    private Path output;

    @Test
    void plannedRenderedAndCopiedFilesAreStaged() throws IOException {
        Path jar = Files.writeString(output.resolve("driver.jar"), "jar");
        Overlay overlay = new Overlay(
                Map.of("lib/driver.jar", jar, "conf/a.xml", jar), Map.of("conf/b.txt", bytes("b")), Map.of());

        staging().write(List.of(planned("node1", overlay, Map.of("conf/a.xml", "planned"), Map.of())));

        assertThat(Staging.staged(output, "node1")).containsOnlyKeys("conf/a.xml", "conf/b.txt", "lib/driver.jar");
        assertThat(file("node1/conf/a.xml")).hasContent("planned");
        assertThat(file("node1/conf/b.txt")).hasContent("b");
        assertThat(file("node1/lib/driver.jar")).hasContent("jar");
    }

    @Test
    void filesThatAreNoLongerMadeAreRemovedAndThoseOfOtherGoalsStay() throws IOException {
        staging().write(List.of(planned("node1", none(), Map.of("conf/a.xml", "1", "conf/b.xml", "1"), Map.of())));
        Path foreign = file("node1/repository/resources/security/node.jks");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "key");

        staging().write(List.of(planned("node1", none(), Map.of("conf/a.xml", "2"), Map.of())));

        assertThat(file("node1/conf/a.xml")).hasContent("2");
        assertThat(file("node1/conf/b.xml")).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void whatAKilledBuildLeftIsRemovedAndNotTakenForAFileOfTheNode() throws IOException {
        Files.createDirectories(file("node1/conf"));
        Files.writeString(file("node1/conf/.ei-123.part"), "half");

        staging().write(List.of(planned("node1", none(), Map.of("conf/a.xml", "1"), Map.of())));

        assertThat(Staging.staged(output, "node1")).containsOnlyKeys("conf/a.xml");
    }

    @Test
    void foldersOfDroppedNodesAreRemoved() throws IOException {
        staging()
                .write(List.of(
                        planned("node1", none(), Map.of("a", "1"), Map.of()),
                        planned("node2", none(), Map.of("a", "1"), Map.of())));

        staging().write(List.of(planned("node1", none(), Map.of("a", "1"), Map.of())));

        assertThat(file("node2")).doesNotExist();
        assertThat(file("node1/a")).exists();
    }

    @Test
    void onlyTheOwnerReadsFilesWithSecrets() throws IOException {
        staging()
                .write(List.of(planned(
                        "node1",
                        none(),
                        Map.of("conf/secret.xml", "s", "conf/open.xml", "o"),
                        Map.of("conf/secret.xml", 1))));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("node1/conf/secret.xml"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("node1/conf/open.xml"))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void keyStoresAreListedApartAndReadByTheirOwnerOnly() throws IOException {
        new Staging(output, "certs").writeStores(List.of(planned("node1", none(), Map.of("a.jks", "1", "b.jks", "1"))));
        staging().write(List.of(planned("node1", none(), Map.of("conf/a.xml", "1"), Map.of())));
        new Staging(output, "certs").writeStores(List.of(planned("node1", none(), Map.of("a.jks", "2"))));

        assertThat(Staging.staged(output, "node1")).containsOnlyKeys("a.jks", "conf/a.xml");
        assertThat(file("node1/a.jks")).hasContent("2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("node1/a.jks"))))
                .isEqualTo("rw-------");
        assertThat(output.resolve(".state/certs.files")).hasContent("node1/a.jks");
    }

    @Test
    void aTrustStoreOfTheOverlayIsPartOfThePlannedOne() throws IOException {
        Overlay overlay = new Overlay(Map.of(), Map.of("trust.jks", bytes("overlay")), Map.of());
        staging().write(List.of(planned("node1", overlay, Map.of())));
        assertThat(file("node1/trust.jks")).hasContent("overlay");

        PlannedNode extended = planned("node1", overlay, Map.of("trust.jks", "overlay and more"));
        new Staging(output, "certs").writeStores(List.of(extended));
        staging().write(List.of(extended));
        assertThat(file("node1/trust.jks")).hasContent("overlay and more");

        new Staging(output, "certs").writeStores(List.of(planned("node1", overlay, Map.of())));
        staging().write(List.of(planned("node1", overlay, Map.of())));
        assertThat(file("node1/trust.jks")).hasContent("overlay");
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        staging().write(List.of(planned("node1", none(), Map.of("a", "1"), Map.of())));

        try (var walk = Files.walk(output)) {
            assertThat(walk.filter(p -> p.toString().endsWith(".part"))).isEmpty();
        }
    }

    private Staging staging() {
        return new Staging(output, "configure");
    }

    private Path file(String path) {
        return output.resolve("nodes").resolve(path);
    }

    private static Overlay none() {
        return new Overlay(Map.of(), Map.of(), Map.of());
    }

    private static PlannedNode planned(
            String id, Overlay overlay, Map<String, String> files, Map<String, Integer> secrets) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, bytes(text)));
        return new PlannedNode(
                Nodes.node(id),
                new NodePlan(id, contents, List.of(), secrets, Optional.empty(), Optional.empty(), Set.of()),
                overlay,
                NodeLibraries.NONE,
                new TreeMap<>());
    }

    private static PlannedNode planned(String id, Overlay overlay, Map<String, String> stores) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        stores.forEach((path, text) -> contents.put(path, bytes(text)));
        return new PlannedNode(
                Nodes.node(id),
                new NodePlan(id, new TreeMap<>(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Set.of()),
                overlay,
                NodeLibraries.NONE,
                contents);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

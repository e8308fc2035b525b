package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.diff.Mask;
import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.testing.Nodes;
import io.github.eicluster.testing.TestArchives;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {

    @TempDir
    private Path folder;

    @Test
    void filesOfOverlaysAreComparedAndLargeOnesOnlyNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("a.properties"), "x=2\n");
        Path large = folder.resolve("driver.jar");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            // Sparse, and beyond what could be read as an edited file.
            file.setLength((64L << 20) + 1);
        }
        Overlay overlay = new Overlay(Map.of("conf/a.properties", text, "lib/driver.jar", large), Map.of(), Map.of());
        Overlay base =
                new Overlay(Map.of(), Map.of("conf/a.properties", "x=1\n".getBytes(StandardCharsets.UTF_8)), Map.of());

        String diff = new Differences(new Mask(Set.of())).of(base, planned(overlay));

        assertThat(diff)
                .contains("-x=1\n+x=2\n")
                .endsWith("Binary file b/lib/driver.jar is laid over the distribution\n");
    }

    @Test
    void aKeyStoreIsOneLine() {
        Overlay base = new Overlay(Map.of(), Map.of("trust.jks", new byte[] {1}, "same.jks", new byte[] {2}), Map.of());
        TreeMap<String, byte[]> stores = new TreeMap<>(Map.of(
                "trust.jks",
                new byte[] {3},
                "same.jks",
                new byte[] {2},
                "new.p12",
                "text".getBytes(StandardCharsets.UTF_8)));
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());

        assertThat(new Differences(new Mask(Set.of())).of(base, planned(none, stores)))
                .isEqualTo("Binary file b/new.p12 is added\nBinary file b/trust.jks differs\n");
    }

    @Test
    void jarsAreNamedAndNotShown() {
        Path jar = TestArchives.jar().withClass("a.B").write(folder.resolve("a.jar"));
        Path other = TestArchives.jar().withClass("a.C").write(folder.resolve("b.jar"));
        Overlay base = new Overlay(
                Map.of("lib/same-1.jar", jar, "lib/other-1.jar", other, "lib/old-1.jar", jar), Map.of(), Map.of());
        NodeLibraries libraries = new NodeLibraries(
                new TreeMap<>(Map.of("lib/same-1.jar", jar, "lib/other-1.jar", jar, "lib/old-2.jar", jar)),
                new TreeMap<>(),
                new TreeMap<>(Map.of("lib/old-1.jar", "lib/old-2.jar")),
                List.of());

        assertThat(new Differences(new Mask(Set.of()))
                        .of(base, planned(new Overlay(Map.of(), Map.of(), Map.of()), libraries)))
                .isEqualTo("""
                        Binary file a/lib/old-1.jar is removed
                        Binary file b/lib/old-2.jar is added
                        Binary file b/lib/other-1.jar differs
                        """);
    }

    private static PlannedNode planned(Overlay overlay) {
        return planned(overlay, new TreeMap<>());
    }

    private static PlannedNode planned(Overlay overlay, NodeLibraries libraries) {
        NodePlan plan = new NodePlan(
                "node1", new TreeMap<>(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Set.of());
        return new PlannedNode(Nodes.node("node1"), plan, overlay, libraries, new TreeMap<>());
    }

    private static PlannedNode planned(Overlay overlay, SortedMap<String, byte[]> stores) {
        NodePlan plan = new NodePlan(
                "node1", new TreeMap<>(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Set.of());
        return new PlannedNode(Nodes.node("node1"), plan, overlay, NodeLibraries.NONE, stores);
    }
}

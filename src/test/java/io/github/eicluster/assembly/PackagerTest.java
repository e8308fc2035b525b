package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.Progress;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.TestArtifacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerReadsAnAddedKeyStore() {
        String keys = "repository/resources/security/own.JKS";
        Overlay overlay = new Overlay(
                Map.of(),
                Map.of(
                        keys,
                        "keys".getBytes(StandardCharsets.UTF_8),
                        "conf/note.txt",
                        "n".getBytes(StandardCharsets.UTF_8)),
                Map.of());
        try (Distribution base = Distribution.open(Miniatures.archive("6.6.0"))) {
            PlannedCluster planned = SharedKeys.plan(planner -> new ClusterPlanner(planner, TestArtifacts.drivers())
                    .plan(
                            Flip.all().findFirst().orElseThrow().before().read().cluster(),
                            List.of(),
                            Libraries.USUAL,
                            base,
                            false,
                            node -> overlay));
            new Staging(folder, "configure").write(planned.nodes());
            Path target = folder.resolve("node.zip");
            new Packager(base, folder, Instant.parse("2026-01-01T00:00:00Z"), new NodeArchiver("1", 1, Progress.NONE))
                    .pack(
                            List.of(new PackageOrder(planned.nodes().get(0), Format.ZIP, target, false)),
                            List.of("bin/version.txt"));

            try (Distribution archive = Distribution.open(target)) {
                assertThat(archive.mode(keys)).hasValue(0600);
                assertThat(archive.mode("conf/note.txt")).hasValue(0644);
                assertThat(archive.read("bin/version.txt")).isEmpty();
            }
        }
    }
}

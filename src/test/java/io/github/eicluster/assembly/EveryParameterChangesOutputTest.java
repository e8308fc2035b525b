package io.github.eicluster.assembly;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that no user can see the effect of is a defect: each documented example must change what is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryParameterChangesOutputTest {

    private static final String KEEP_DATABASE = "distribution/keepDatabase";

    private static final Overlay OVERLAY = new Overlay(
            Map.of(),
            Flip.FILES.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8))),
            Map.of());

    private final Map<List<Object>, Map<String, String>> outputs = new HashMap<>();

    @TempDir
    Path output;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.eicluster.testing.Flip#all")
    void theExampleOfEachParameterChangesWhatIsWritten(Flip flip) throws IOException {
        Map<String, String> before = known(flip);
        Map<String, String> after = output(flip, flip.after());

        assertThat(after).as(flip.path()).isNotEqualTo(before).doesNotContainKey("failure");
        if (!flip.path().equals(KEEP_DATABASE)) {
            assertThat(before).as("before " + flip.path()).doesNotContainKey("failure");
        }
    }

    @Test
    void theSameConfigurationIsWrittenTheSameAgain() throws IOException {
        Flip flip = Flip.all().findFirst().orElseThrow();

        assertThat(output(flip, flip.before())).isNotEmpty().isEqualTo(output(flip, flip.before()));
    }

    /** Most parameters have the same configuration before the flip. */
    private Map<String, String> known(Flip flip) throws IOException {
        List<Object> key = List.of(flip.before(), flip.path().equals(KEEP_DATABASE));
        Map<String, String> known = outputs.get(key);
        if (known == null) {
            known = output(flip, flip.before());
            outputs.put(key, known);
        }
        return known;
    }

    /** Every written text by its place, or the failure. */
    private Map<String, String> output(Flip flip, Pom pom) throws IOException {
        ClusterDefinition definition = pom.read();
        SortedMap<String, String> written = new TreeMap<>();
        try (Distribution base = Distribution.open(distribution(flip, definition.distribution()))) {
            PlannedCluster planned = new ClusterPlanner()
                    .plan(
                            definition.cluster(),
                            definition.edits(),
                            base,
                            definition.distribution().keepDatabase(),
                            node -> OVERLAY);
            for (PlannedNode node : planned.nodes()) {
                String id = node.node().id();
                node.plan()
                        .files()
                        .forEach((path, bytes) ->
                                written.put(id + ":" + path, new String(bytes, StandardCharsets.ISO_8859_1)));
            }
            written.put("excluded", planned.excluded().toString());
            // Until the cluster is planned with its certificates, this stands for the files that room certs makes.
            written.put("certificates", definition.cluster().certificates().toString());
            new ClusterDocuments(output).write(planned, "", id -> planned.root() + "-" + id + ".zip");
            written.put("RUNBOOK.md", Files.readString(output.resolve("RUNBOOK.md")));
            written.put("hosts", Files.readString(output.resolve("hosts")));
        } catch (ClusterException e) {
            written.put("failure", e.getMessage());
        }
        return written;
    }

    /** Another path or artifact than the one before the flip is another version. */
    private static Path distribution(Flip flip, DistributionSource source) {
        if (flip.path().equals(KEEP_DATABASE)) {
            return Miniatures.variantHome("used");
        }
        boolean before = source.path().map("before.zip"::equals).orElse(true)
                && source.coordinates()
                        .map(c -> c.groupId()
                                + c.artifactId()
                                + c.version()
                                + c.type()
                                + c.classifier().orElse("-"))
                        .map("ga1zip-"::equals)
                        .orElse(true);
        boolean flipped = flip.path().startsWith("distribution/") && !before;
        return Miniatures.home(flipped ? "6.4.0" : "6.6.0");
    }
}

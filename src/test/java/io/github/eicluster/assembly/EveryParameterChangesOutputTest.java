package io.github.eicluster.assembly;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.certs.CertificatePlanner;
import io.github.eicluster.certs.CertificateStore;
import io.github.eicluster.certs.Renewal;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.database.DatabaseFiles;
import io.github.eicluster.library.LibraryPlanner;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.TestArchives;
import io.github.eicluster.testing.TestArtifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that no user can see the effect of is a defect: each documented example must change what is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryParameterChangesOutputTest {

    private static final String KEEP_DATABASE = "distribution/keepDatabase";
    private static final String VALIDITY = "cluster/certificates/validity";

    /** Their examples name files and keys that are not there: what is seen of them is the failure that names them. */
    private static final Pattern MISSING = Pattern.compile("cluster/database/(?:caCertificate|script)"
            + "|cluster/certificates/(?:internalKeyFingerprint"
            + "|trusted/certificate|(?:loadBalancer|node|internal)/(?:certificate|chain|key|keystore|alias))");

    private static final Overlay OVERLAY = new Overlay(
            Map.of(),
            Flip.FILES.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8))),
            Map.of());

    private final Map<List<Object>, Map<String, String>> outputs = new HashMap<>();

    @TempDir
    Path output;

    private Path keys;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.eicluster.testing.Flip#all")
    void theExampleOfEachParameterChangesWhatIsWritten(Flip flip) throws IOException {
        Map<String, String> before = known(flip);
        Map<String, String> after = output(flip, flip.after());

        assertThat(after).as(flip.path()).isNotEqualTo(before);
        if (MISSING.matcher(flip.path()).matches()) {
            assertThat(after).as(flip.path()).containsKey("failure");
            return;
        }
        assertThat(after).as(flip.path()).doesNotContainKey("failure");
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
        List<Object> key = List.of(
                flip.before(), flip.path().equals(KEEP_DATABASE), published(flip, flip.before()), renewal(flip));
        Map<String, String> known = outputs.get(key);
        if (known == null) {
            known = output(flip, flip.before());
            outputs.put(key, known);
        }
        return known;
    }

    /** Every written text by its place, or the failure. */
    private Map<String, String> output(Flip flip, Pom pom) throws IOException {
        ClusterDefinition definition = published(flip, pom).read();
        SortedMap<String, String> written = new TreeMap<>();
        try (Distribution base = Distribution.open(distribution(flip, definition.distribution()))) {
            PlannedCluster planned = plan(definition, base, renewal(flip), CertificateStore.look(keys));
            if (flip.path().equals(VALIDITY)) {
                // What is issued anew differs each time, but not in its end.
                planned.certificates().summary().forEach(c -> written.put(c.purpose(), c.ends()));
                return written;
            }
            for (PlannedNode node : planned.nodes()) {
                put(written, node.node().id() + ":", node.plan().files());
                put(written, node.node().id() + ":", node.stores());
                written.put(
                        node.node().id() + ":libraries",
                        node.libraries().origins().toString());
            }
            written.put("excluded", planned.excluded().toString());
            put(written, "certs/", planned.certificates().files());
            LoadBalancerFolder.plan(planned)
                    .files()
                    .forEach((path, text) -> written.put("load-balancer/" + path, text));
            ServicesFolder.plan(planned).files().forEach((path, text) -> written.put("services/" + path, text));
            DatabaseFiles databases = DatabasesFolder.plan(planned, base, Miniatures.home("6.6.0"), false);
            put(written, "databases/", databases.files());
            written.put("databases", databases.problems().toString());
            written.put(
                    "said",
                    planned.certificates().messages() + " "
                            + planned.certificates().problems());
            new ClusterDocuments(output)
                    .write(
                            planned,
                            "",
                            id -> planned.root() + "-" + id + ".zip",
                            definition.cluster().certificates().store().orElse("the usual place"));
            written.put("RUNBOOK.md", Files.readString(output.resolve("RUNBOOK.md")));
            written.put("hosts", Files.readString(output.resolve("hosts")));
        } catch (ClusterException e) {
            written.put("failure", e.getMessage());
        }
        return written;
    }

    private static void put(Map<String, String> written, String place, Map<String, byte[]> files) {
        files.forEach((path, bytes) -> written.put(place + path, new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static PlannedCluster plan(
            ClusterDefinition definition, Distribution base, Renewal renewal, CertificateStore store) {
        Path files = Miniatures.home("6.6.0");
        return new ClusterPlanner(
                        new CertificatePlanner(store, files, Instant.parse("2026-11-23T12:00:00Z"), renewal, false),
                        new LibraryPlanner(maven(), true))
                .plan(
                        definition.cluster(),
                        definition.edits(),
                        definition.libraries(),
                        base,
                        definition.distribution().keepDatabase(),
                        node -> OVERLAY);
    }

    /** A project with dependencies that the examples of libraries name, and the drivers that those of driver name. */
    private static TestArtifacts maven() {
        TestArchives driver =
                TestArchives.jar().withClass("com.mysql.cj.jdbc.Driver").asBundle("driver");
        TestArchives bundle = TestArchives.jar().asBundle("example");
        TestArchives mediators = TestArchives.jar().asBundle("mediators").withClass("com.example.Driver");
        return TestArtifacts.in(Path.of("target", "test-flips").toAbsolutePath())
                .withDrivers()
                .stored(TestArtifacts.coordinates("com.example:mysql-connector-j:1"), driver)
                .stored(TestArtifacts.coordinates("com.mysql:mysql-driver:1"), driver)
                .dependency(TestArtifacts.coordinates("com.example:mediators:1.0"), mediators)
                .dependency(TestArtifacts.coordinates("com.example:a-bundle:1.0"), bundle)
                .transitive(TestArtifacts.coordinates("com.example:b:1.0"), bundle);
    }

    /** Every plan finds the keys of the usual cluster, and leaves them as they are. */
    @BeforeAll
    void makeKeys(@TempDir Path folder) {
        keys = folder.resolve("keys");
        Flip usual = Flip.all().findFirst().orElseThrow();
        try (Distribution base = Distribution.open(Miniatures.home("6.6.0"));
                CertificateStore store = CertificateStore.open(keys)) {
            plan(published(usual, usual.before()).read(), base, Renewal.NONE, store);
            store.commit();
        }
    }

    /** A certificate that the store has keeps its days. */
    private static Renewal renewal(Flip flip) {
        return new Renewal(flip.path().equals(VALIDITY), Set.of());
    }

    /** The key of the miniatures is one that is replaced, unless the parameter is about just that. */
    private static Pom published(Flip flip, Pom pom) {
        return flip.path().equals("cluster/certificates/defaultKeys")
                        || flip.path().equals("cluster/certificates/mode")
                ? pom
                : pom.with("cluster/certificates/defaultKeys", Miniatures.KEY);
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

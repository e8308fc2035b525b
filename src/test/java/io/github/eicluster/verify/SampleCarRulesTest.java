package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.sample.SampleCar;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.verify.home.Artifacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The sample application adds nothing to what verify finds, and its inside is read as that of any other. */
class SampleCarRulesTest {

    private static final String CAR = "repository/deployment/server/carbonapps/" + SampleCar.FILE;

    static final List<String> VERSIONS = Miniatures.VERSIONS;

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void verifyFindsNothingInTheSample(String version) {
        byte[] car = new SampleCar().bytes(Instant.EPOCH.plusSeconds(400_000_000));
        Sample with = Sample.guide(version).put("node1", CAR, car).put("node2", CAR, car);

        assertThat(findings(with)).isEqualTo(findings(Sample.guide(version)));
        Artifacts.Application application =
                Artifacts.of(with.view().nodes().get(0)).application(CAR);
        assertThat(application.name()).isEqualTo(SampleCar.APPLICATION);
        assertThat(application.parts())
                .extracting(part -> part.type() + " " + part.name())
                .containsExactly("synapse/api EiClusterHealth", "synapse/proxy-service EiClusterSample");
        assertThat(Artifacts.of(with.view().nodes().get(0)).inside(CAR)).hasSize(2);
    }

    private static Set<String> findings(Sample sample) {
        Report report = new Verifier().judge(sample.view(), new Policy(Policy.FailOn.NEVER, List.of()));
        return report.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.place().text() + " " + finding.message())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

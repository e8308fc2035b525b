package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.sample.SampleCar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("/mojo/pom-packaging")
class SampleCarMojoTest extends MojoCase {

    private static final String CAR = "repository/deployment/server/carbonapps/" + SampleCar.FILE;

    @Test
    @Basedir("/mojo/missing-distribution")
    @InjectMojo(goal = "sample-car")
    void theApplicationIsWrittenWithoutADistribution(SampleCarMojo mojo) throws Exception {
        run(mojo);

        Path file = target().resolve("ei-cluster/sample/ei-cluster-sample_1.0.0.car");
        assertThat(file).exists();
        assertThat(log().infos()).contains("sample: " + file);
    }

    @Test
    @MojoParameter(name = "sampleCar", value = "true")
    void sampleCarPutsTheSameFileOnEveryNode(
            @InjectMojo(goal = "sample-car") SampleCarMojo alone, @InjectMojo(goal = "package") PackageMojo mojo)
            throws Exception {
        run(alone);
        run(mojo);

        byte[] written = Files.readAllBytes(target().resolve("ei-cluster/sample/" + SampleCar.FILE));
        for (String node : new String[] {"node1", "node2"}) {
            try (Distribution archive = Distribution.open(target().resolve("pom-packaging-1.0-" + node + ".zip"))) {
                assertThat(archive.read(CAR)).contains(written);
            }
        }
    }

    @Test
    void withoutSampleCarTheFileGoesAgain(
            @InjectMojo(goal = "configure") @MojoParameter(name = "sampleCar", value = "true") ConfigureMojo with,
            @InjectMojo(goal = "configure") ConfigureMojo without)
            throws Exception {
        run(with);
        assertThat(target().resolve("ei-cluster/nodes/node2/" + CAR)).exists();

        run(without);
        assertThat(target().resolve("ei-cluster/nodes/node2/" + CAR)).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "sample-car")
    @MojoParameter(name = "skipSampleCar", value = "true")
    void skipSampleCarDoesNothing(SampleCarMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.sample-car.skip).");
    }
}

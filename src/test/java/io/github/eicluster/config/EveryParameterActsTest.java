package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Pom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that changes nothing is a defect: each documented example must change what is read. */
class EveryParameterActsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.eicluster.testing.Flip#all")
    void theExampleOfEachParameterChangesTheResult(Flip flip) {
        assertThat(read(flip.after())).as(flip.path()).isNotEqualTo(read(flip.before()));
    }

    /** Everything but the warnings: a parameter that only warns does nothing. */
    private static List<Object> read(Pom pom) {
        ClusterDefinition definition = pom.read();
        return List.of(definition.cluster(), definition.edits(), definition.libraries(), definition.distribution());
    }
}

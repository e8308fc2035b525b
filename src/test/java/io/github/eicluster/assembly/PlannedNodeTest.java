package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.model.Secret;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.testing.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannedNodeTest {

    private static final Secret SECRET = new Secret("s3cret-of-a-template", Secret.Source.SETTINGS);

    @Test
    void secretsOfConcernsAndOfTemplatesAreCountedTogether() {
        Overlay overlay = new Overlay(
                Map.of(),
                Map.of("conf/jndi.properties", new byte[] {1}, "conf/carbon.xml", new byte[] {1}),
                Map.of("conf/jndi.properties", List.of(SECRET, SECRET), "conf/carbon.xml", List.of(SECRET)));
        NodePlan plan = new NodePlan(
                "node1",
                new TreeMap<>(),
                List.of(),
                Map.of("conf/carbon.xml", 1, "conf/user-mgt.xml", 1),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        PlannedNode planned = new PlannedNode(Nodes.node("node1"), plan, overlay, NodeLibraries.NONE, new TreeMap<>());

        assertThat(planned.clearSecrets())
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("conf/carbon.xml", 2, "conf/jndi.properties", 2, "conf/user-mgt.xml", 1)));
        assertThat(planned.clearSecretCount()).isEqualTo(5);
    }
}

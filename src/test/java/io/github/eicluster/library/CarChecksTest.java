package io.github.eicluster.library;

import static io.github.eicluster.testing.TestArtifacts.coordinates;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.TestArchives;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarChecksTest extends LibraryCase {

    private static final String APPS = "repository/deployment/server/carbonapps/";

    @Test
    void twoDependenciesOfOneApplicationAreAMistake() {
        maven.dependency(coordinates("com.example:shop:car:1.0"), TestArchives.car("Shop", "1.0.0"))
                .dependency(coordinates("com.example:shop-new:car:2.0"), TestArchives.car("Shop", "2.0.0"));

        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:shop:car:1.0' and 'com.example:shop-new:car:2.0' are both the"
                                + " Carbon application Shop, and the server would deploy only one of them. Keep one.");
    }

    @Test
    void twoVersionsOfOneArtifactAreAMistakeWhateverTheyAreCalledInside() {
        maven.dependency(coordinates("com.example:shop:car:1.0"), TestArchives.car("Shop1", "1.0.0"))
                .dependency(coordinates("com.example:shop:car:2.0"), TestArchives.car("Shop2", "2.0.0"));

        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:shop:car:1.0' and 'com.example:shop:car:2.0' are two versions"
                                + " of one Carbon application. Keep one.");
    }

    @Test
    void anOverlayMustNotBringTheApplicationToo() {
        overlay.put(APPS + "old.car", TestArchives.car("Shop", "0.9").write(folder.resolve("old.car")));
        maven.dependency(coordinates("com.example:shop:car:1.0"), TestArchives.car("Shop", "1.0.0"));

        assertThat(errors())
                .containsExactly(
                        "dependencies: '" + APPS + "old.car' and 'com.example:shop:car:1.0' are both the Carbon"
                                + " application Shop, and the server would deploy only one of them. Keep one.");
    }

    @Test
    void anApplicationOfTheDistributionGivesWay() {
        base.put(APPS + "shop_0.9.0.car", TestArchives.car("Shop", "0.9.0"))
                .put(APPS + "other_1.0.0.car", TestArchives.car("Other", "1.0.0"));
        maven.dependency(coordinates("com.example:shop:car:1.0"), TestArchives.car("Shop", "1.0.0"));

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node2").removed()).isEqualTo(Map.of(APPS + "shop_0.9.0.car", APPS + "shop-1.0.car"));
    }

    @Test
    void anApplicationThatWritesIsSaidWhereTheRegistryIsReadOnly() {
        TestArchives car = TestArchives.car("Shop", "1.0.0")
                .withArtifact("prices", "registry/resource")
                .withArtifact("nightly", "synapse/task")
                .withArtifact("forwarder", "synapse/message-processors")
                .withArtifact("files", "synapse/inbound-endpoint")
                .withArtifact("OrderProxy", "synapse/proxy-service");
        maven.dependency(coordinates("com.example:shop:car:1.0"), car);

        assertThat(all(plan())).isEmpty();
        readOnlySecondNode();
        assertThat(warnings())
                .containsExactly(
                        "node2: 'com.example:shop:car:1.0' holds registry resources (prices), inbound endpoints"
                                + " (files), message processors (forwarder), tasks (nightly), which the server keeps in the registry,"
                                + " and this node mounts the shared registry read-only: start a node that may write first, and"
                                + " expect errors here. Let the node write, or move them into an application of their own.");
    }

    @Test
    void anApplicationThatWritesNothingIsFineWhereTheRegistryIsReadOnly() {
        maven.dependency(
                coordinates("com.example:shop:car:1.0"),
                TestArchives.car("Shop", "1.0.0").withArtifact("OrderProxy", "synapse/proxy-service"));
        readOnlySecondNode();

        assertThat(all(plan())).isEmpty();
    }

    @Test
    void applicationsOfTheDistributionAndOfOverlaysWriteToo() {
        base.put(APPS + "a.car", TestArchives.car("A", "1").withArtifact("t", "synapse/task"));
        overlay.put(
                APPS + "b.car",
                TestArchives.car("B", "1").withArtifact("t", "synapse/task").write(folder.resolve("b.car")));
        readOnlySecondNode();

        assertThat(warnings()).hasSize(2).allMatch(warning -> warning.startsWith("node2: '" + APPS));
    }

    @Test
    void anApplicationThatSomeNodesLackIsSaid() {
        maven.dependency(coordinates("com.example:shop:car:1.0"), TestArchives.car("Shop", "1.0.0"));
        pom = pom.with("libraries/library/artifact", "com.example:shop").with("libraries/library/nodes", "node1");

        assertThat(warnings())
                .containsExactly("libraries: 'com.example:shop:car:1.0' is not on node2, where its services answer 404."
                        + " Remove nodes, unless the balancer sends nothing there.");
        assertThat(plan().of("node2").files()).isEmpty();
    }

    private void readOnlySecondNode() {
        pom = pom.with(
                "cluster/nodes",
                "<node>127.0.0.1</node><node><host>127.0.0.1</host><registryReadOnly>true</registryReadOnly></node>");
    }
}

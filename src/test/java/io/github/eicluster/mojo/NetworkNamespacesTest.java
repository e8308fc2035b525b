package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.NetworkNamespaces;
import io.github.eicluster.testing.RunningNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes on machines of their own, as far as their network goes: what is generated has to lead from one to the other. */
@MojoTest
@Basedir("/mojo/namespaces")
class NetworkNamespacesTest extends MojoCase {

    private final List<RunningNode> nodes = new ArrayList<>();
    private Optional<NetworkNamespaces> network = Optional.empty();

    @AfterEach
    void stopAll() {
        nodes.forEach(RunningNode::close);
        network.ifPresent(NetworkNamespaces::close);
    }

    @Test
    @InjectMojo(goal = "package")
    void nodesOf66FormAClusterLoseEachOtherAndFindEachOtherAgain(PackageMojo mojo) throws Exception {
        formLoseAndFind(mojo, "6.6.0", "Members {size:2, ver:");
    }

    @Test
    @InjectMojo(goal = "package")
    void nodesOf64FormAClusterLoseEachOtherAndFindEachOtherAgain(PackageMojo mojo) throws Exception {
        formLoseAndFind(mojo, "6.4.0", "Members [2] {");
    }

    private void formLoseAndFind(PackageMojo mojo, String version, String both) throws Exception {
        network = NetworkNamespaces.of("10.254.197.1/30", "10.254.197.2/30");
        assumeTrue(network.isPresent(), "This user may not make network namespaces here (ip netns, as root on Linux).");
        userProperties()
                .setProperty(
                        "ei-cluster.distribution", Miniatures.runnable(version).toString());
        run(mojo);
        RunningNode first = start(0);
        RunningNode second = start(1);

        assertThat(first.await("Member joined")).endsWith("]: /10.254.197.2:4100");
        second.await(both);

        network.get().link(false);
        assertThat(first.awaitAnother("Member left")).endsWith("]: /10.254.197.2:4100");
        assertThat(second.awaitAnother("Member left")).endsWith("]: /10.254.197.1:4100");

        // One of them joins the other one's cluster, which sees it come; Hazelcast decides which.
        network.get().link(true);
        assertThat(RunningNode.awaitAnotherOfAny("Member joined", first, second))
                .matches(".*]: /10\\.254\\.197\\.[12]:4100");
    }

    private RunningNode start(int index) throws Exception {
        Path folder = target().resolve("ei-cluster/homes/node" + (index + 1));
        Path home;
        try (Stream<Path> roots = Files.list(folder)) {
            home = roots.filter(root -> root.getFileName().toString().startsWith("wso2ei-"))
                    .findFirst()
                    .orElseThrow();
        }
        RunningNode node = RunningNode.start(home, home(), network.orElseThrow().in(index));
        nodes.add(node);
        node.await("WSO2 Carbon started in");
        return node;
    }
}

package io.github.eicluster.node;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One concern applied to one node. */
final class Applied {

    private final NodeFiles files;

    private Applied(NodeFiles files) {
        this.files = files;
    }

    static Applied first(Concern concern, Home base, TestClusters cluster) {
        return on(concern, base, cluster, 0, "6.4.0");
    }

    static Applied on(Concern concern, Home base, TestClusters clusters, int node, String version) {
        EiVersion parsed = EiVersion.parse(version);
        Cluster cluster = clusters.build();
        NodeFiles files = new NodeFiles(base, MapHome.empty("overlay"), parsed);
        concern.apply(
                new NodeContext(
                        cluster,
                        cluster.nodes().get(node),
                        parsed,
                        List.of(),
                        NodeKeystores.UNCHANGED,
                        VaultInput.NONE),
                files);
        return new Applied(files);
    }

    NodeFiles files() {
        return files;
    }

    String text(String path) {
        return new String(files.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    Dom dom(String path) {
        return Dom.of(files.read(path).orElseThrow());
    }

    List<String> problems() {
        return files.problems().stream().map(Problem::text).toList();
    }
}

package io.github.eicluster.mojo;

import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.launch.NodeLaunch;
import io.github.eicluster.launch.PortUse;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Vault;
import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.home.ArchiveFiles;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.FolderFiles;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeFiles;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.StartScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the nodes of a build start: what their final files say, and what the POM says of their Java. */
final class LaunchPlan {

    /** What answers when a node is up; JMX and the internal API may be off, and artifacts come later. */
    private static final Set<Listeners.Kind> PROOFS =
            Set.of(Listeners.Kind.HTTP, Listeners.Kind.HTTPS, Listeners.Kind.CONSOLE, Listeners.Kind.CONSOLE_HTTP);

    private final ClusterBuild build;
    private final NodeHomes homes;
    private final NodeJava java;
    private final boolean windows;

    LaunchPlan(ClusterBuild build, NodeHomes homes, NodeJava java, boolean windows) {
        this.build = build;
        this.homes = homes;
        this.java = java;
        this.windows = windows;
    }

    /** Ids in the order of the starts: nodes that write to the registry come first. */
    List<String> order() {
        return build.planned().nodes().stream()
                .map(PlannedNode::node)
                .sorted(Comparator.comparing(Node::registryReadOnly))
                .map(Node::id)
                .toList();
    }

    /** How one node starts; its home is brought up to date. */
    NodeLaunch node(String id) throws IOException {
        return running(id, homes.of(id));
    }

    /** How one node will start; nothing is written. */
    NodeLaunch next(String id) throws IOException {
        Path source = homes.source(id);
        try (NodeFiles files = Files.isDirectory(source) ? FolderFiles.open(source) : ArchiveFiles.open(source)) {
            return launch(planned(id), homes.place(id), new NodeHome(id, files));
        }
    }

    /** How a node that runs was started. */
    NodeLaunch running(String id, Path home) {
        return launch(planned(id), home, new NodeHome(id, FolderFiles.open(home)));
    }

    private PlannedNode planned(String id) {
        return build.planned().nodes().stream()
                .filter(node -> node.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private NodeLaunch launch(PlannedNode planned, Path home, NodeHome files) {
        Node node = planned.node();
        String script = files.text(StartScript.UNIX).orElse("");
        Optional<Clustering> clustering = Clustering.of(files).filter(Clustering::enabled);
        boolean replaced = files.has(Layout.HAZELCAST_XML);
        Map<String, String> environment =
                new HashMap<>(node.jvm().environment(windows ? Node.Os.WINDOWS : Node.Os.LINUX));
        environment.remove("JAVA_HOME");
        return new NodeLaunch(
                node.id(),
                home,
                java.of(node, script).home(),
                environment,
                node.bindAddress().or(node::host).orElse("localhost"),
                ports(files),
                (clustering.isPresent() || build.planned().nodes().size() > 1) && !replaced,
                clustering.map(Clustering::port).orElse(0),
                password(planned),
                build.workspace().output().resolve("logs").resolve(node.id() + ".log"));
    }

    private static List<PortUse> ports(NodeHome files) {
        return Listeners.of(files).all().stream()
                .map(listener -> new PortUse(listener.kind().text(), listener.port(), PROOFS.contains(listener.kind())))
                .toList();
    }

    private Optional<NodeLaunch.StartPassword> password(PlannedNode planned) {
        Optional<Vault> vault = build.planned().cluster().vault();
        return planned.plan()
                .vault()
                .flatMap(node -> vault.map(declared -> new NodeLaunch.StartPassword(
                        declared.startup().file(windows ? Node.Os.WINDOWS : Node.Os.LINUX), node.password())));
    }
}

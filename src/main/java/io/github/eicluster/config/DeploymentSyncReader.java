package io.github.eicluster.config;

import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import java.util.List;
import java.util.Optional;

/** Reads {@code cluster/deploymentSync}. */
final class DeploymentSyncReader {

    private final Context context;
    private final List<NodeDraft> nodes;

    DeploymentSyncReader(Context context, List<NodeDraft> nodes) {
        this.context = context;
        this.nodes = nodes;
    }

    DeploymentSync read(Entry entry, Optional<Service> service) {
        if (service.isEmpty()) {
            context.problems()
                    .error(
                            entry.path(),
                            "needs cluster/service, which says where the homes of the nodes are and who owns them. Add"
                                    + " <service>.");
        }
        Optional<NodeDraft> source = source(entry);
        source.ifPresent(found -> check(entry, found));
        return new DeploymentSync(
                source.map(NodeDraft::id).orElse(""),
                user(entry).or(() -> service.map(Service::user)).orElse(""),
                entry.number("interval").orElse(60),
                entry.flag("delete").orElse(true),
                entry.isTrue("tenants"));
    }

    private Optional<NodeDraft> source(Entry entry) {
        Optional<String> id = entry.text("source");
        Optional<NodeDraft> found = nodes.stream()
                .filter(node -> id.map(node.id()::equals).orElse(isLinux(node) && writes(node)))
                .findFirst();
        if (found.isEmpty() && id.isPresent()) {
            List<String> ids = nodes.stream().map(NodeDraft::id).toList();
            context.problems()
                    .error(
                            entry.pathOf("source"),
                            "'" + id.get() + "' is the id of no node. Give one of " + String.join(", ", ids) + ".");
        } else if (found.isEmpty() && !nodes.isEmpty()) {
            context.problems()
                    .error(
                            entry.path(),
                            "no node on Linux writes to the shared registry, so that there is none to fetch from. Remove"
                                    + " registryReadOnly from one.");
        }
        return found;
    }

    private void check(Entry entry, NodeDraft source) {
        String place = entry.pathOf("source");
        if (!isLinux(source)) {
            context.problems()
                    .error(place, "'" + source.id() + "' runs Windows, which has no rsync. Choose a node on Linux.");
        } else if (!writes(source)) {
            context.problems()
                    .error(
                            place,
                            "'" + source.id()
                                    + "' is registryReadOnly: applications that bring registry resources cannot be"
                                    + " deployed there. Choose a node that writes to the shared registry.");
        }
        List<NodeDraft> others = nodes.stream()
                .filter(node -> isLinux(node) && !node.id().equals(source.id()))
                .toList();
        if (others.isEmpty()) {
            context.problems()
                    .error(
                            entry.path(),
                            "no other node on Linux could fetch from " + source.id() + ". Remove the element.");
        }
        if (source.host().isEmpty() && !source.entry().has("host") && !source.needsHost()) {
            context.problems()
                    .error(
                            source.entry().pathOf("host"),
                            "is missing. The other nodes fetch deployment artifacts from " + source.id()
                                    + ": give the address that they use.");
        }
    }

    private Optional<String> user(Entry entry) {
        Optional<String> user = entry.text("user");
        user.flatMap(ServiceNames::accountMistake)
                .ifPresent(rule -> context.problems().error(entry.pathOf("user"), rule));
        return user;
    }

    private static boolean isLinux(NodeDraft node) {
        return node.node().os() == Node.Os.LINUX;
    }

    private static boolean writes(NodeDraft node) {
        return !node.node().registryReadOnly();
    }
}

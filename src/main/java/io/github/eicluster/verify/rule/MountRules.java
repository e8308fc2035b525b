package io.github.eicluster.verify.rule;

import io.github.eicluster.product.RuntimeState;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Registry;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.XmlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How mounts meet what a node has already: EIC115, EIC116 and EIC119. */
final class MountRules {

    private MountRules() {}

    static List<Rule> all() {
        return List.of(overwrite(), sticky(), readOnly());
    }

    private static Rule overwrite() {
        return Rule.warning("EIC115", "A mount does not replace the local collection")
                .reason("If the collection exists, which it does after the first start, the server says \"Unable to"
                        + " create remote mount. A resource already exists\" and goes on without the mount. true deletes"
                        + " the local collection, virtual hides it.")
                .evidence("RegistryCoreServiceComponent.setupMounts.")
                .example("<mount path=\"/_system/config\">", "<mount path=\"/_system/config\" overwrite=\"true\">")
                .fix("Write overwrite=\"true\" on a fresh node, overwrite=\"virtual\" on one that has run.")
                .eachNode((node, cluster, findings) -> {
                    for (XmlNode mount : Registry.of(node).mounts()) {
                        Optional<Setting> overwrite = mount.attribute("overwrite");
                        boolean set = overwrite
                                .filter(value -> value.is("true") || value.is("virtual"))
                                .isPresent();
                        if (!set) {
                            findings.report(
                                    overwrite.map(Setting::place).orElse(mount.place()),
                                    "the mount of "
                                            + mount.attribute("path")
                                                    .map(Setting::trimmed)
                                                    .orElse("?") + " fails if the collection exists",
                                    "Write overwrite=\"true\" or \"virtual\".");
                        }
                    }
                });
    }

    private static Rule sticky() {
        return Rule.warning("EIC116", "A node that has run has mounts")
                .reason(
                        "Mounts are kept in the local registry when they are first made. If instance or target path have"
                                + " been changed since, the old ones count until the local database is dropped; and"
                                + " overwrite=\"true\" deletes what a node without mounts had stored.")
                .evidence("RegistryCoreServiceComponent: addMountEntry never updates; product-ei#4800.")
                .example("repository/database/WSO2CARBON_DB.lock.db beside changed mounts", "a fresh local database")
                .fix("Start with a fresh local database after a change of mounts.")
                .eachNode((node, cluster, findings) -> {
                    List<String> databases = RuntimeState.databases(node.files());
                    List<XmlNode> mounts = Registry.of(node).mounts();
                    if (!databases.isEmpty() && !mounts.isEmpty() && RuntimeState.started(node.files())) {
                        findings.report(
                                mounts.get(0).place(),
                                "the node has run, and its local database " + databases.get(0)
                                        + " keeps the mounts it had",
                                "If mounts were changed, replace the database by the shipped one.");
                    }
                });
    }

    private static Rule readOnly() {
        return Rule.warning("EIC119", "Nobody can write the shared registry, or only some nodes can")
                .reason(
                        "Applications with registry resources, inbound endpoints and tasks need to write. On a node that"
                                + " cannot, they are deployed but do not run.")
                .evidence("product-ei#2203; server-semantics 1.9.")
                .example("<readOnly>true</readOnly> on all nodes", "<readOnly>false</readOnly> on all nodes")
                .fix("Let all nodes write, or deploy to the node first that can.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Boolean> readers = new LinkedHashMap<>();
                    List<Setting> places = new ArrayList<>();
                    findings.each(cluster.nodes(), node -> {
                        List<Setting> only = Registry.of(node).instances().stream()
                                .flatMap(instance -> instance.value("readOnly").stream())
                                .filter(value -> value.is("true"))
                                .toList();
                        readers.put(node, !only.isEmpty());
                        places.addAll(only);
                    });
                    boolean all = !readers.containsValue(false);
                    boolean stated = cluster.declared()
                            .map(declared -> declared.nodes().stream().anyMatch(node -> node.registryReadOnly()))
                            .orElse(false);
                    if (all || !stated) {
                        places.forEach(place -> findings.report(
                                Severity.WARNING,
                                place,
                                all
                                        ? "the shared registry is read-only on all nodes"
                                        : "the shared registry is read-only on this node, but not on all",
                                "Write false, or deploy to a node first that can write."));
                    }
                });
    }
}

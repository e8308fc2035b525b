package io.github.eicluster.config;

import io.github.eicluster.model.Databases;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads host names, and the lines of the hosts file: declared ones first, then those that can be derived. */
final class HostsReader {

    private final Context context;
    private final Entry cluster;

    HostsReader(Context context, Entry cluster) {
        this.context = context;
        this.cluster = cluster;
    }

    String hostName(boolean oneHost) {
        if (!cluster.has("hostName") && !oneHost) {
            context.problems()
                    .error(
                            cluster.pathOf("hostName"),
                            "is missing. The nodes live on several hosts: give the name that clients use.");
        }
        return cluster.host("hostName").orElse("localhost");
    }

    Optional<String> managementHostName(String hostName, Optional<LoadBalancer> loadBalancer) {
        boolean console = loadBalancer.map(LoadBalancer::console).orElse(false);
        if (!console) {
            context.rejectIfPresent(
                    cluster,
                    "managementHostName",
                    "is used only with a load balancer that serves the console. Remove it or add loadBalancer.");
            return Optional.empty();
        }
        boolean hasSubdomains = !hostName.equals("localhost") && !Addresses.isAddress(hostName);
        return Optional.of(cluster.host("managementHostName").orElse(hasSubdomains ? "ui." + hostName : hostName));
    }

    /** A node that is called by its address has its id for a name; loopback addresses mean another machine everywhere. */
    List<HostEntry> hosts(
            List<Node> nodes,
            String hostName,
            Optional<String> managementHostName,
            Optional<LoadBalancer> balancer,
            Databases databases) {
        Map<String, HostEntry> entries = new LinkedHashMap<>();
        cluster.items("hosts").forEach(entry -> read(entry, entries));
        for (Node node : nodes) {
            node.host()
                    .filter(Addresses::isAddress)
                    .filter(host -> !Addresses.isLoopback(host) && Addresses.isName(node.id()))
                    .ifPresent(host -> derive(entries, host, node.id()));
        }
        balancer.flatMap(b -> b.addresses().stream().findFirst()).ifPresent(address -> {
            derive(entries, address, hostName);
            managementHostName.ifPresent(name -> derive(entries, address, name));
        });
        databases.address().ifPresent(address -> databases.host().ifPresent(host -> derive(entries, address, host)));
        return new ArrayList<>(entries.values());
    }

    private void read(Entry entry, Map<String, HostEntry> entries) {
        for (String name : List.of("name", "address")) {
            if (!entry.has(name)) {
                context.problems().error(entry.pathOf(name), "is missing. Give name and address of the host.");
            }
        }
        Optional<String> name = entry.text("name");
        if (name.isPresent() && !Addresses.isName(name.get())) {
            context.problems()
                    .error(
                            entry.pathOf("name"),
                            "'" + name.get() + "' is no host name. Use letters, digits, hyphens and" + " dots.");
            return;
        }
        Optional<String> address = entry.host("address");
        if (name.isPresent() && address.isPresent()) {
            HostEntry earlier = entries.putIfAbsent(name.get(), new HostEntry(address.get(), name.get()));
            if (earlier != null) {
                context.problems()
                        .error(
                                entry.pathOf("name"),
                                "'" + name.get() + "' has the address " + earlier.address() + " already. Keep one.");
            }
        }
    }

    private static void derive(Map<String, HostEntry> entries, String address, String name) {
        if (!name.equals("localhost") && !Addresses.isAddress(name)) {
            entries.putIfAbsent(name, new HostEntry(address, name));
        }
    }
}

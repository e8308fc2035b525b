package io.github.eicluster.runbook;

import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Vault;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the runbook says of each node: places, ports, commands. */
final class NodeRows {

    private final RunbookData data;

    NodeRows(RunbookData data) {
        this.data = data;
    }

    /** The nodes in the order of the POM. */
    List<Map<String, Object>> all() {
        return data.cluster().nodes().stream().map(this::row).toList();
    }

    /** Nodes that may write to the registry come first: what they create is there when the others start. */
    List<Map<String, Object>> inStartOrder() {
        return data.cluster().nodes().stream()
                .sorted(Comparator.comparing(Node::registryReadOnly))
                .map(this::row)
                .toList();
    }

    /** What Hazelcast logs of so many members: EI 6.6 has 3.12, all before 3.5 (ClusterServiceImpl, MembershipManager). */
    String members(int count) {
        return data.version().startsWith("6.6.") ? "Members {size:" + count + ", ver:...}" : "Members [" + count + "]";
    }

    private Map<String, Object> row(Node node) {
        ListenerPorts ports = data.ports().getOrDefault(node.id(), ListenerPorts.UNKNOWN);
        boolean windows = node.os() == Node.Os.WINDOWS;
        boolean local = MachineNames.isLocal(node);
        ServiceSteps services = new ServiceSteps(data);
        boolean unit = services.unit(node).isPresent();
        String directory = unit ? services.place(node) : directory(node);
        String separator = windows ? "\\" : "/";
        String home = home(node);
        String script = home + separator + "bin" + separator + (windows ? "integrator.bat" : "integrator.sh");
        String shell = local ? "sh " : "sudo -u wso2 sh ";
        // In the background there is no console to ask on.
        boolean asks = data.cluster()
                .vault()
                .filter(vault -> vault.startup() == Vault.Startup.PROMPT)
                .isPresent();
        Map<String, Object> row = new HashMap<>();
        row.put("id", node.id());
        row.put("host", node.host().orElse("found at run time"));
        row.put("scp", node.host().map(MachineNames::inUrl).orElse("<machine of " + node.id() + ">"));
        row.put("windows", windows);
        row.put("here", local);
        row.put("local", local && !windows && !unit);
        row.put("accounts", services.accounts());
        row.put("owner", services.owner());
        row.put("offset", Integer.toString(node.portOffset()));
        row.put("memberPort", Integer.toString(node.memberPort()));
        row.put("http", port(ports.http()));
        row.put("https", port(ports.https()));
        row.put("console", port(ports.console()));
        row.put(
                "url",
                ports.http() == 0
                        ? ""
                        : node.host().map(host -> url(host, ports.http())).orElse(""));
        row.put("role", node.role().name().toLowerCase(Locale.ROOT));
        row.put("registry", node.registryReadOnly() ? "read-only" : "read and write");
        row.put("archive", data.archives().getOrDefault(node.id(), "the archive of " + node.id()));
        row.put("directory", directory);
        row.put("home", home);
        row.put("log", home + separator + String.join(separator, "repository", "logs", "wso2carbon.log"));
        row.put(
                "start",
                services.command("start", node).orElse(windows ? script : shell + script + (asks ? "" : " start")));
        row.put(
                "stop",
                services.command("stop", node).orElse(windows ? "Ctrl+C in its window" : shell + script + " stop"));
        return row;
    }

    /** The home of a node on its machine. */
    String home(Node node) {
        ServiceSteps services = new ServiceSteps(data);
        String directory = services.unit(node).isPresent() ? services.place(node) : directory(node);
        return directory + (node.os() == Node.Os.WINDOWS ? "\\" : "/") + data.root();
    }

    /** Where a node is unpacked if nobody says. */
    private static String directory(Node node) {
        if (node.os() == Node.Os.WINDOWS) {
            return "C:\\wso2\\" + node.id();
        }
        return MachineNames.isLocal(node) ? node.id() : "/opt/wso2/" + node.id();
    }

    private static String url(String host, int port) {
        return "http://" + MachineNames.inUrl(host) + ":" + port;
    }

    private static String port(int port) {
        return port == 0 ? "-" : Integer.toString(port);
    }
}

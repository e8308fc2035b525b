package io.github.eicluster.runbook;

import io.github.eicluster.model.Node;
import java.util.Optional;

/** How machines are called in tables and commands. */
final class MachineNames {

    private MachineNames() {}

    /** Whether the node runs on the machine that builds: its address means nothing anywhere else. */
    static boolean isLocal(Node node) {
        return node.host()
                .filter(host -> host.equals("localhost") || host.startsWith("127.") || host.equals("::1"))
                .isPresent();
    }

    /** A host as it stands in a URL or behind {@code scp}: IPv6 in brackets. */
    static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    static String inBrackets(Optional<String> host) {
        return host.map(known -> " (" + known + ")").orElse("");
    }
}

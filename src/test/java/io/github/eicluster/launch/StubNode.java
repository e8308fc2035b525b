package io.github.eicluster.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home whose server is a shell script that acts out a scene: it prints lines, and waits to be asked to end. */
final class StubNode {

    static final String INITIALISED =
            "[2026-11-25 19:00:00,123]  INFO - HazelcastClusteringAgent Cluster initialization completed";
    static final String UP =
            "[2026-11-25 19:00:01,123]  INFO - StartupFinalizerServiceComponent WSO2 Carbon started in 3 sec";

    private final Path folder;
    private final String id;
    private final int memberPort;
    private final List<PortUse> ports = new ArrayList<>();
    private Optional<NodeLaunch.StartPassword> password = Optional.empty();
    private Map<String, String> environment = Map.of();

    StubNode(Path folder, String id, int memberPort) {
        this.folder = folder;
        this.id = id;
        this.memberPort = memberPort;
    }

    Path home() {
        return folder.resolve(id).resolve("wso2ei");
    }

    StubNode port(int port) {
        ports.add(new PortUse("HTTP", port, true));
        return this;
    }

    StubNode password(NodeLaunch.StartPassword value) {
        password = Optional.of(value);
        return this;
    }

    StubNode environment(Map<String, String> values) {
        environment = values;
        return this;
    }

    /** The node with a server that runs these commands of a shell. */
    NodeLaunch acts(String... commands) throws IOException {
        Files.createDirectories(home().resolve("bin"));
        try (InputStream script = StubNode.class.getResourceAsStream("/launch/integrator.sh")) {
            Files.write(home().resolve("bin/integrator.sh"), script.readAllBytes());
        }
        Files.writeString(
                home().resolve("scene.sh"), "echo $$ > wso2carbon.pid\n" + String.join("\n", commands) + "\n");
        return new NodeLaunch(
                id,
                home(),
                Path.of("/no/jdk/is/needed"),
                environment,
                "127.0.0.1",
                ports,
                memberPort != 0,
                memberPort,
                password,
                folder.resolve("logs").resolve(id + ".log"));
    }

    /** A server that comes up, sees these members, and runs until it is asked to end. */
    NodeLaunch comesUp(int... members) throws IOException {
        List<String> commands = new ArrayList<>();
        commands.add("trap 'exit 143' TERM");
        commands.add(says(list(memberPort, members)));
        commands.add(says(INITIALISED));
        commands.add(says(UP));
        commands.add(waits());
        return acts(commands.toArray(String[]::new));
    }

    /** The command that prints lines. */
    static String says(String lines) {
        return "cat <<'EOF'\n" + lines + "\nEOF";
    }

    /** The command that waits for a signal. */
    static String waits() {
        return "while :; do sleep 0.05; done";
    }

    /** A member list as Hazelcast 3.12 prints it. */
    static String list(int own, int... members) {
        StringBuilder text = new StringBuilder("[2026-11-25 19:00:00,100]  INFO - ClusterService [127.0.0.1]:" + own
                + " [d] [3.12.13] \n\nMembers {size:" + members.length + ", ver:1} [\n");
        for (int member : members) {
            text.append("\tMember [127.0.0.1]:")
                    .append(member)
                    .append(" - 5f0c1a1e-0000-0000-0000-000000000000")
                    .append(member == own ? " this" : "")
                    .append('\n');
        }
        return text.append("]\n").toString();
    }
}

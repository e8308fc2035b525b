package io.github.eicluster.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What is remembered of a node that was started.
 *
 * @param node id of the node
 * @param home its home
 * @param log file that gets what it prints
 * @param memberPort its Hazelcast port; 0 if it is no member of a cluster
 * @param order when it was started, among the nodes of the cluster
 * @param owner the Maven at whose end it is stopped; absent if it runs on
 * @param password file with the start-up password of its vault, which is deleted when the node has ended; the server may
 *     have deleted it before
 * @param processes the start script, and what it started
 */
public record ProcessRecord(
        String node,
        Path home,
        Path log,
        int memberPort,
        int order,
        Optional<ProcessId> owner,
        Optional<Path> password,
        List<ProcessId> processes) {

    /** Copies the list. */
    public ProcessRecord {
        processes = List.copyOf(processes);
    }

    /** {@return whether one of its processes runs} */
    public boolean runs() {
        return !living().isEmpty();
    }

    /** {@return its processes that run, and all that they have started} */
    Set<ProcessHandle> living() {
        Set<ProcessHandle> living = new LinkedHashSet<>();
        for (ProcessId id : processes) {
            id.find().ifPresent(process -> {
                living.add(process);
                process.descendants().filter(ProcessId::runs).forEach(living::add);
            });
        }
        return living;
    }

    /** {@return the same with all processes that run now} */
    ProcessRecord withLiving() {
        Set<ProcessId> all = new LinkedHashSet<>(processes);
        living().forEach(process -> all.add(ProcessId.of(process)));
        return new ProcessRecord(node, home, log, memberPort, order, owner, password, new ArrayList<>(all));
    }

    /** {@return the same with another program at whose end the node is stopped} */
    ProcessRecord ownedBy(Optional<ProcessId> other) {
        return new ProcessRecord(node, home, log, memberPort, order, other, password, processes);
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("node", node);
        properties.setProperty("home", home.toString());
        properties.setProperty("log", log.toString());
        properties.setProperty("memberPort", Integer.toString(memberPort));
        properties.setProperty("order", Integer.toString(order));
        owner.ifPresent(maven -> properties.setProperty("owner", maven.text()));
        password.ifPresent(file -> properties.setProperty("passwordFile", file.toString()));
        for (int i = 0; i < processes.size(); i++) {
            properties.setProperty("process." + (i + 1), processes.get(i).text());
        }
        return properties;
    }

    /** Reads what {@link #properties} wrote; any runtime exception means that something else wrote it. */
    static ProcessRecord of(Properties properties) {
        List<ProcessId> processes = new ArrayList<>();
        for (int i = 1; properties.containsKey("process." + i); i++) {
            processes.add(ProcessId.parse(properties.getProperty("process." + i)));
        }
        return new ProcessRecord(
                properties.getProperty("node").strip(),
                Path.of(properties.getProperty("home")),
                Path.of(properties.getProperty("log")),
                Integer.parseInt(properties.getProperty("memberPort")),
                Integer.parseInt(properties.getProperty("order")),
                Optional.ofNullable(properties.getProperty("owner")).map(ProcessId::parse),
                Optional.ofNullable(properties.getProperty("passwordFile")).map(Path::of),
                processes);
    }
}

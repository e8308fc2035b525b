package io.github.eicluster.assembly;

import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.Problem;
import io.github.eicluster.runbook.RunbookCertificates;
import io.github.eicluster.runbook.RunbookData;
import io.github.eicluster.runbook.RunbookWriter;
import io.github.eicluster.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The runbook and the hosts entries of a cluster, in the output directory. */
public final class ClusterDocuments {

    private final Path output;

    /**
     * Documents of one build.
     *
     * @param output the plugin's output directory
     */
    public ClusterDocuments(Path output) {
        this.output = output;
    }

    /**
     * Where the runbook is.
     *
     * @return its path
     */
    public Path runbook() {
        return output.resolve("RUNBOOK.md");
    }

    /**
     * Writes both.
     *
     * @param planned the cluster
     * @param environment name of the environment for the heading, empty if there is none
     * @param archiveName file name of a node's archive by node id
     * @param keyStore folder that keeps the keys, as the runbook calls it
     * @return warnings: names whose addresses are missing in the hosts entries
     * @throws IOException if a file cannot be written
     */
    public List<Problem> write(
            PlannedCluster planned, String environment, UnaryOperator<String> archiveName, String keyStore)
            throws IOException {
        RunbookWriter writer = new RunbookWriter(new Templates());
        Map<String, ListenerPorts> ports = new LinkedHashMap<>();
        Map<String, String> archives = new LinkedHashMap<>();
        for (PlannedNode node : planned.nodes()) {
            String id = node.node().id();
            archives.put(id, archiveName.apply(id));
            node.plan().listeners().ifPresent(listeners -> ports.put(id, listeners));
        }
        RunbookData data = new RunbookData(
                planned.cluster(),
                ports,
                planned.version().toString(),
                planned.root(),
                environment,
                archives,
                certificates(planned.certificates(), keyStore),
                planned.cluster().loadBalancer().map(b -> LoadBalancerFolder.overview(planned)),
                List.copyOf(LoadBalancerFolder.plan(planned).files().keySet()),
                LibraryRows.of(planned.nodes()));
        write("RUNBOOK.md", writer.runbook(data));
        write("hosts", writer.hosts(planned.cluster()));
        return RunbookWriter.openNames(planned.cluster());
    }

    private static RunbookCertificates certificates(CertificatePlan plan, String keyStore) {
        return new RunbookCertificates(
                plan.summary().stream()
                        .map(c -> new RunbookCertificates.Row(
                                c.purpose(), c.subject(), c.ends(), c.origin(), c.fingerprint()))
                        .toList(),
                plan.files().keySet(),
                keyStore,
                plan.internalKeyFingerprint().orElse(""));
    }

    private void write(String name, String text) throws IOException {
        SafeFiles.write(output.resolve(name), text.getBytes(StandardCharsets.UTF_8), false);
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.LoadBalancer.Tls;
import io.github.eicluster.model.Node;
import java.util.List;

/** Finds what keeps the declared load balancer from serving the cluster. */
final class LoadBalancerChecks {

    private static final String CERTIFICATE = "certificatePath";
    private static final String KEY = "keyPath";
    private static final String TRUSTED = "trustedCertificatePath";
    private static final String CRT = ".crt";
    private static final String HAPROXY_CERTIFICATE = "/etc/haproxy/ssl/server.crt";

    private final Problems problems;
    private final Entry entry;
    private final Cluster cluster;
    private final LoadBalancer balancer;

    /** Checks one cluster; the entry is that of its load balancer. */
    LoadBalancerChecks(Problems problems, Entry entry, Cluster cluster) {
        this.problems = problems;
        this.entry = entry;
        this.cluster = cluster;
        this.balancer = cluster.loadBalancer().orElseThrow();
    }

    void check(List<NodeDraft> nodes) {
        if (!nodes.isEmpty() && nodes.stream().noneMatch(node -> node.node().role() == Node.Role.ACTIVE)) {
            problems.error(
                    entry.path(),
                    "no node takes requests: each has the role backup or none. Give at least one the role active.");
        }
        if (entry.text("type").isEmpty()) {
            return; // Missing or wrong, which is reported; what else is wrong depends on it.
        }
        if (balancer.type() == LoadBalancer.Type.EXTERNAL) {
            reject(List.of(CERTIFICATE, KEY, TRUSTED), "the type external, whose configuration is not written");
            return;
        }
        nodes.forEach(this::checkHost);
        if (balancer.tls() == Tls.PASSTHROUGH) {
            reject(List.of(CERTIFICATE, KEY, TRUSTED), "tls passthrough, where the nodes end TLS");
            checkConsoleName();
            return;
        }
        if (balancer.type() == LoadBalancer.Type.HAPROXY) {
            checkHaproxyFiles();
        }
        if (!opensTls()) {
            reject(List.of(TRUSTED), "tls offload and no console, where no TLS connection to a node is opened");
        }
        if (cluster.certificates().mode() == Certificates.Mode.NONE) {
            checkForeignCertificates();
        }
    }

    private void reject(List<String> names, String with) {
        names.forEach(name -> entry.child(name)
                .ifPresent(element -> problems.error(element.path(), "means nothing with " + with + ". Remove it.")));
    }

    private void checkHost(NodeDraft draft) {
        boolean missing = !draft.needsHost() && !draft.entry().has("host");
        if (missing && draft.node().role() != Node.Role.NONE) {
            problems.error(
                    draft.entry().pathOf("host"),
                    "is missing, and " + balancer.type().text()
                            + " needs an address to send requests to. Give the address"
                            + " of the node, set its role to none, or set loadBalancer/type to external.");
        }
    }

    /** A connection that is handed through shows one thing only: the name in its first message. */
    private void checkConsoleName() {
        if (cluster.managementHostName().filter(cluster.hostName()::equals).isPresent()) {
            problems.error(
                    entry.pathOf("tls"),
                    "'passthrough' tells services and console apart by name alone, and both are '" + cluster.hostName()
                            + "'. Give cluster/managementHostName another name, or set console to false.");
        }
    }

    private void checkHaproxyFiles() {
        String certificate = balancer.files().certificate().orElse(HAPROXY_CERTIFICATE);
        if (!certificate.endsWith(CRT)) {
            problems.error(
                    entry.pathOf(CERTIFICATE),
                    "'" + certificate
                            + "' does not end in .crt, and HAProxy finds the key of such files only. Rename the"
                            + " file.");
            return;
        }
        String expected = LoadBalancerReader.keyBeside(certificate);
        balancer.files()
                .key()
                .filter(key -> !key.equals(expected))
                .ifPresent(key -> problems.error(
                        entry.pathOf(KEY),
                        "'" + key + "' is not where HAProxy looks for the key of " + certificate
                                + ". Remove it, or write " + expected + "."));
    }

    private boolean opensTls() {
        return balancer.tls() == Tls.REENCRYPT || balancer.console();
    }

    /** The build has no certificate for the balancer, and knows none of the nodes'. */
    private void checkForeignCertificates() {
        List<String> needed =
                balancer.type() == LoadBalancer.Type.HAPROXY ? List.of(CERTIFICATE) : List.of(CERTIFICATE, KEY);
        for (String name : needed) {
            if (!entry.has(name)) {
                problems.error(
                        entry.pathOf(name),
                        "is missing: there is no certificate for HTTPS, since certificates/mode is none. Give the place"
                                + " where the load balancer has its own, or choose another mode.");
            }
        }
        if (opensTls() && !entry.has(TRUSTED)) {
            problems.warning(
                    entry.pathOf(TRUSTED),
                    "is missing, and certificates/mode is none: the load balancer will not check the certificates of the"
                            + " nodes. Give the place of a file that it can check them against.");
        }
    }
}

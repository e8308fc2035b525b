package io.github.eicluster.assembly;

import io.github.eicluster.balancer.BalancerData;
import io.github.eicluster.balancer.BalancerFiles;
import io.github.eicluster.balancer.BalancerOverview;
import io.github.eicluster.balancer.BalancerWriter;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.template.Templates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder {@code <output>/load-balancer} with the configuration files of the load balancer. */
public final class LoadBalancerFolder {

    private static final String NODES_CERTIFICATES = "nodes.crt";

    private final Path folder;

    /**
     * The folder of one build.
     *
     * @param output the plugin's output directory
     */
    public LoadBalancerFolder(Path output) {
        this.folder = output.resolve("load-balancer");
    }

    /**
     * Where the files are.
     *
     * @return the folder
     */
    public Path path() {
        return folder;
    }

    /**
     * Plans the files from the ports that the nodes' final files say; writes nothing.
     *
     * @param planned the cluster
     * @return the files, none without a load balancer or for one that others configure
     */
    public static BalancerFiles plan(PlannedCluster planned) {
        return new BalancerWriter(new Templates()).write(data(planned));
    }

    /**
     * Tells who serves what, and where the load balancer has its keys.
     *
     * @param planned a cluster with a load balancer
     * @return pools and places
     */
    public static BalancerOverview overview(PlannedCluster planned) {
        return BalancerWriter.overview(data(planned));
    }

    private static BalancerData data(PlannedCluster planned) {
        Map<String, ListenerPorts> ports = new LinkedHashMap<>();
        planned.nodes()
                .forEach(node -> node.plan()
                        .listeners()
                        .ifPresent(found -> ports.put(node.node().id(), found)));
        return new BalancerData(planned.cluster(), ports, nodesVerified(planned), keyEncrypted(planned));
    }

    /**
     * Writes the files, and removes what is no longer made.
     *
     * @param planned the planned files
     */
    public void write(BalancerFiles planned) {
        new OwnedFolder(folder).write(planned.files());
    }

    /**
     * Packs the folder.
     *
     * @param target the zip archive
     * @param timestamp time of all entries
     */
    public void pack(Path target, Instant timestamp) {
        SmallZip zip = new SmallZip(folder);
        zip.add(folder);
        zip.write(target, timestamp);
    }

    private static boolean nodesVerified(PlannedCluster planned) {
        Cluster cluster = planned.cluster();
        boolean declared = cluster.loadBalancer()
                .map(LoadBalancer::files)
                .flatMap(LoadBalancer.Files::trusted)
                .isPresent();
        return declared || planned.certificates().files().containsKey(NODES_CERTIFICATES);
    }

    private static boolean keyEncrypted(PlannedCluster planned) {
        Certificates certificates = planned.cluster().certificates();
        return certificates.mode() != Certificates.Mode.NONE
                && certificates.loadBalancer().password().isPresent();
    }
}

package io.github.eicluster.assembly;

import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.diff.Mask;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every secret of a cluster, to be masked wherever files are shown. */
public final class KnownSecrets {

    private KnownSecrets() {}

    /**
     * A mask for all secrets of a cluster.
     *
     * @param cluster the cluster
     * @param edits custom edits
     * @param certificates knows the passwords of key stores
     * @param nodes know what their files have beside, such as values of a vault
     * @return the mask
     */
    public static Mask mask(
            Cluster cluster, List<CustomEdit> edits, CertificatePlan certificates, List<PlannedNode> nodes) {
        return new Mask(Stream.of(
                        datasources(cluster).map(d -> d.credentials().password()),
                        cluster.membership().groupPassword().stream(),
                        cluster.membership().parameters().stream()
                                .map(Membership.Parameter::secret)
                                .flatMap(Optional::stream),
                        cluster.admin().password().stream(),
                        keystores(cluster.certificates(), certificates),
                        edits.stream().map(CustomEdit::secret).flatMap(Optional::stream),
                        nodes.stream().flatMap(node -> node.plan().secrets().stream()))
                .flatMap(s -> s)
                .filter(s -> s.source() != Secret.Source.DEFAULT)
                .map(Secret::reveal)
                .collect(Collectors.toSet()));
    }

    private static Stream<Datasource> datasources(Cluster cluster) {
        return Stream.of(
                        Stream.of(
                                cluster.databases().user(), cluster.databases().registry()),
                        cluster.databases().config().stream(),
                        cluster.nodes().stream().map(Node::localRegistry).flatMap(Optional::stream),
                        cluster.registry().instances().stream().map(Registry.Instance::datasource))
                .flatMap(s -> s);
    }

    /** Those that the nodes' files name, and those that only the files of the load balancer are protected with. */
    private static Stream<Secret> keystores(Certificates declared, CertificatePlan planned) {
        return Stream.of(
                        planned.keystores().values().stream()
                                .flatMap(node -> node.swaps().values().stream())
                                .map(Keystore::password),
                        Stream.of(declared.loadBalancer(), declared.node(), declared.internal())
                                .map(KeySource::password)
                                .flatMap(Optional::stream),
                        declared.truststorePassword().stream())
                .flatMap(s -> s);
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code cluster}: calls the readers of its parts in the order in which they need each other. */
final class ClusterReader {

    private static final String DEFAULT_DOMAIN = "wso2.ei.domain";
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Context context;

    ClusterReader(Context context) {
        this.context = context;
    }

    Cluster read(Entry cluster) {
        MembershipReader membership = new MembershipReader(context, cluster);
        List<NodeDraft> drafts = new NodesReader(context, membership.scheme(), membership.firstPort()).read(cluster);
        NodeChecks checks = new NodeChecks(context.problems(), drafts);
        checks.check();
        Membership howTheyMeet = membership.read(drafts);
        checks.checkReachedBy(howTheyMeet.furtherMembers());
        String domain = domain(cluster);
        DatabaseReader.Result databases = new DatabaseReader(context, cluster, drafts).read(domain);
        Optional<LoadBalancer> balancer = cluster.child("loadBalancer").map(new LoadBalancerReader(context)::read);
        HostsReader hosts = new HostsReader(context, cluster);
        String hostName = hosts.hostName(NodeDraft.onOneHost(drafts));
        Optional<String> managementHostName = hosts.managementHostName(hostName, balancer);
        List<Node> nodes = drafts.stream()
                .map(draft -> draft.with(Optional.ofNullable(databases.local().get(draft.id()))))
                .toList();
        Optional<Service> service =
                cluster.child("service").map(entry -> new ServiceReader(context, cluster, drafts).read(entry));
        Optional<DeploymentSync> sync = cluster.child("deploymentSync")
                .map(entry -> new DeploymentSyncReader(context, drafts).read(entry, service));
        Cluster result = new Cluster(
                domain,
                hostName,
                managementHostName,
                howTheyMeet,
                nodes,
                databases.shared(),
                new RegistryReader(context, databases.shared()).read(cluster.child("registry")),
                new AdminReader(context).read(cluster.child("admin")),
                balancer,
                new CertificatesReader(context).read(cluster.child("certificates"), balancer.isPresent()),
                hosts.hosts(nodes, hostName, managementHostName, balancer, databases.shared()),
                service,
                sync,
                cluster.child("vault").flatMap(new VaultReader(context, service.isPresent())::read));
        checkTrust(cluster, result);
        cluster.child("loadBalancer")
                .ifPresent(entry -> new LoadBalancerChecks(context.problems(), entry, result).check(drafts));
        return result;
    }

    private void checkTrust(Entry cluster, Cluster result) {
        if (result.certificates().mode() == Certificates.Mode.NONE) {
            cluster.child("database")
                    .ifPresent(database -> context.rejectIfPresent(
                            database,
                            "caCertificate",
                            "goes into the trust stores, which the mode none of certificates leaves alone. Remove one of"
                                    + " them."));
        }
    }

    private String domain(Entry cluster) {
        String domain = cluster.text("domain").orElse(DEFAULT_DOMAIN);
        if (!DOMAIN.matcher(domain).matches()) {
            context.problems()
                    .error(
                            cluster.pathOf("domain"),
                            "'" + domain + "' is no name of a group. Use letters, digits, dots, underscores and"
                                    + " hyphens, the first a letter or a digit.");
        }
        return domain;
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;

/**
 * The clustering section of axis2.xml: switched on, with the scheme, the group and this node's own address.
 *
 * <p>Sources: axis2 {@code ClusterBuilder}, kernel {@code HazelcastClusteringAgent}; for {@code clusteringPattern}
 * carbon-mediation {@code NTaskTaskManager}: with the pattern that EI 6.0.0 ships, no node runs scheduled tasks.
 */
final class Clustering implements Concern {

    static final String PATH = "/axisconfig/clustering";

    /** The only clustering class that works in EI 6.x. */
    static final String AGENT = "org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent";

    private static final String GROUP_MANAGEMENT = PATH + "/groupManagement";
    private static final String SCHEME = "membershipScheme";
    private static final String DOMAIN = "domain";
    private static final String LOCAL_HOST = "localMemberHost";
    private static final String LOCAL_PORT = "localMemberPort";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        XmlEditor xml = files.xml(Layout.AXIS2);
        switchOn(xml);
        Axis2Parameters parameters = Axis2Parameters.ofClustering(xml);
        parameters.set("clusteringPattern", "nonWorkerManager");
        parameters.set("AvoidInitiation", "true", "clusteringPattern");
        parameters.set(SCHEME, context.cluster().membership().scheme().text(), "AvoidInitiation");
        parameters.set(DOMAIN, context.cluster().domain(), SCHEME);
        groupPassword(context, files, parameters);
        schemeParameters(context.cluster().membership(), files, parameters);
        localMember(context, parameters);
        if (context.cluster().membership().scheme() == Scheme.WKA) {
            new WellKnownMembers(xml).write(context.cluster(), context.node());
        }
        if (xml.exists(GROUP_MANAGEMENT)) {
            xml.setAttribute(GROUP_MANAGEMENT, "enable", "false");
        }
    }

    private static void switchOn(XmlEditor xml) {
        if (xml.commentedOut(PATH)) {
            xml.uncomment(PATH);
        }
        if (xml.attribute(PATH, "class").isEmpty()) {
            xml.setAttribute(PATH, "class", AGENT);
        }
        xml.setAttribute(PATH, "enable", "true");
    }

    /** A password that the base already has stays where the POM is silent. */
    private static void groupPassword(NodeContext context, NodeFiles files, Axis2Parameters parameters) {
        if (context.cluster().membership().groupPassword().isEmpty()) {
            return;
        }
        Secret password = context.cluster().membership().groupPassword().get();
        parameters.set("groupPassword", files.reveal(Layout.AXIS2, password), DOMAIN);
        if (context.version().atLeast(6, 6)) {
            files.report(Problem.warning(
                    "cluster/membership/serverId",
                    "groupPassword protects nothing on EI " + context.version()
                            + ", whose Hazelcast 3.12 compares only the group's name. Keep strangers away from the"
                            + " member ports by a firewall or a network policy; the element can go."));
        }
    }

    private static void schemeParameters(Membership membership, NodeFiles files, Axis2Parameters parameters) {
        String neighbour = SCHEME;
        for (Membership.Parameter parameter : membership.parameters()) {
            String value = parameter
                    .secret()
                    .map(secret -> files.reveal(Layout.AXIS2, secret))
                    .or(parameter::text)
                    .orElse("");
            parameters.set(parameter.name(), value, neighbour);
            neighbour = parameter.name();
        }
    }

    private static void localMember(NodeContext context, Axis2Parameters parameters) {
        Node node = context.node();
        // Without an address the server takes its first non-loopback one; the shipped 127.0.0.1 would be advertised.
        node.memberHost()
                .ifPresentOrElse(
                        host -> parameters.set(LOCAL_HOST, advertised(context, host), DOMAIN),
                        () -> parameters.remove(LOCAL_HOST));
        parameters.set(LOCAL_PORT, Integer.toString(node.memberPort()), LOCAL_HOST, DOMAIN);
    }

    /**
     * The address that the node tells the others. Hazelcast 3.5 ({@code DefaultAddressPicker.getPublicAddress}) takes 127.0.0.1
     * and localhost for an address without a port and advertises port 0, so that nobody can join; with its port it is
     * an address as any other.
     */
    private static String advertised(NodeContext context, String host) {
        boolean unnamed = !context.version().atLeast(6, 6) && (host.equals("127.0.0.1") || host.equals("localhost"));
        return unnamed ? host + ":" + context.node().memberPort() : HostText.ofMember(host);
    }
}

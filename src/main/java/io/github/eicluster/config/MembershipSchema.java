package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.entries;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.port;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster/membership}. */
final class MembershipSchema {

    private static final Element MEMBERS = list(
                    "members",
                    "all",
                    "others",
                    "Who is in a node's member list, for the scheme wka: all nodes, or only the others. Elements add further"
                            + " members to the nodes; a <member> with the text others or all says the same as the plain"
                            + " word. More than 32 addresses are a warning.",
                    group(
                                    "member",
                                    "none",
                                    "<host>192.168.57.20</host><port>4100</port>",
                                    "A member beside the nodes.",
                                    text(
                                            "host",
                                            "required",
                                            "192.168.1.2-10",
                                            "Name, address, or IPv4 addresses as a range in the last number."),
                                    port("port", "membership/port", "4200", "Member port of the member."))
                            .shortFor("host"))
            .orWords("all", "others");

    private static final Element MULTICAST = group(
            "multicast",
            "the server's",
            "<address>228.0.0.4</address><port>45564</port>",
            "Parameters of the scheme multicast.",
            scalar(Kind.ADDRESS, "address", "the server's", "228.0.0.4", "Multicast group (mcastAddress)."),
            port("port", "the server's", "45570", "Multicast port (mcastPort)."),
            number("ttl", 0, 255, "the server's", "16", "Time to live of packets in hops (mcastTTL)."),
            number(
                    "timeout",
                    1,
                    Integer.MAX_VALUE,
                    "the server's",
                    "5",
                    "Seconds to wait for an answer (mcastTimeout)."));

    private static final Element AWS = group(
            "aws",
            "the server's",
            "<region>eu-west-1</region>",
            "Parameters of the scheme aws.",
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "aws-keys",
                    "The server of settings.xml whose user name and password become accessKey and secretKey. It contradicts"
                            + " iamRole."),
            text("iamRole", "none", "ei-role", "IAM role that the server uses instead of keys."),
            text("region", "the server's", "eu-west-1", "Region of the instances."),
            text("securityGroup", "none", "ei-sg", "Only instances of this security group are members."),
            text("tagKey", "none", "cluster", "Only instances with this tag are members."),
            text("tagValue", "none", "shop", "Value of the tag."),
            text("hostHeader", "the server's", "ec2.amazonaws.com", "Host name of the EC2 service."),
            number(
                    "connTimeout",
                    1,
                    Integer.MAX_VALUE,
                    "the server's",
                    "7",
                    "Seconds to wait for a connection to a member."));

    private static final Element KUBERNETES = group(
            "kubernetes",
            "required for the scheme kubernetes",
            "<namespace>integration</namespace><services>ei-service</services>",
            "Parameters of the scheme kubernetes.",
            text("namespace", "default", "integration", "Namespace of the pods (KUBERNETES_NAMESPACE)."),
            text(
                    "services",
                    "required",
                    "ei-service",
                    "Services of the nodes, separated by commas (KUBERNETES_SERVICES)."),
            text(
                    "apiServer",
                    "the server's",
                    "https://10.96.0.1",
                    "Address of the API server (KUBERNETES_API_SERVER)."),
            flag(
                    "skipSslVerification",
                    "the server's",
                    "true",
                    "Trusts any certificate of the API server (KUBERNETES_MASTER_SKIP_SSL_VERIFICATION)."),
            flag("useDns", "the server's", "true", "Finds members by DNS instead of the API server (USE_DNS)."),
            text(
                    "className",
                    "org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme",
                    "com.example.Scheme",
                    "Class of the scheme (membershipSchemeClassName)."));

    static final Element MEMBERSHIP = group(
            "membership",
            "wka with all nodes as members",
            "<port>4200</port><members>others</members>",
            "How the nodes find each other: the clustering section of conf/axis2/axis2.xml.",
            choice(
                    "scheme",
                    List.of("wka", "multicast", "aws", "kubernetes"),
                    "wka",
                    "multicast",
                    "Well-known addresses (wka), IP multicast, EC2 discovery (aws) or Kubernetes discovery."),
            port(
                    "port",
                    "4100",
                    "4200",
                    "Member port of the first node of a host. Each further node of the same host gets the next one; the"
                            + " server never adds the port offset."),
            MEMBERS,
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-group",
                    "The server of settings.xml whose password becomes groupPassword. Without it, a groupPassword of the base"
                            + " stays. EI 6.6 ignores it, which is a warning."),
            scalar(
                    Kind.SECRET,
                    "groupPassword",
                    "none",
                    "env:GROUP_PASSWORD",
                    "Password of the group, as env:NAME, instead of serverId. In clear text it is a warning, and an error in"
                            + " production."),
            MULTICAST,
            AWS,
            KUBERNETES,
            entries(
                    "hazelcast",
                    "hazelcast.shutdownhook.enabled false, hazelcast.max.no.heartbeat.seconds 60, hazelcast.logging.type log4j, and"
                            + " log4j2 from EI 6.6 on",
                    "<hazelcast.max.no.heartbeat.seconds>30</hazelcast.max.no.heartbeat.seconds>",
                    "Entries of conf/hazelcast.properties; their names begin with hazelcast. They win over those of the base, which"
                            + " win over the defaults."));

    private MembershipSchema() {}
}

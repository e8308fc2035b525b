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
                    "Who is in a node's member list: all nodes, or only the others. Elements add further members;"
                            + " a member whose text is others or all says the same as the plain word.",
                    group(
                                    "member",
                                    "none",
                                    "<host>192.168.57.20</host><port>4100</port>",
                                    "A member beside the nodes. Plain text is its host.",
                                    text(
                                            "host",
                                            "required",
                                            "192.168.1.2-10",
                                            "Host or address; IPv4 with a range in the last number is legal."),
                                    port("port", "membership/port", "4200", "Its member port."))
                            .shortFor("host"))
            .orWords("all", "others");

    private static final Element MULTICAST = group(
            "multicast",
            "the server's",
            "<address>228.0.0.4</address>",
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
                    "The server of settings.xml whose name and password are accessKey and secretKey."),
            text("iamRole", "none", "ei-role", "IAM role to use instead of keys."),
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
            "the default namespace",
            "<namespace>integration</namespace>",
            "Parameters of the scheme kubernetes.",
            text("namespace", "default", "integration", "Namespace of the pods (KUBERNETES_NAMESPACE)."),
            text("services", "required", "ei-service", "Services of the nodes, separated by commas."),
            text("apiServer", "the server's", "https://10.96.0.1", "Address of the API server."),
            flag("skipSslVerification", "the server's", "true", "Trusts any certificate of the API server."),
            flag("useDns", "the server's", "true", "Finds members by DNS instead of the API server (USE_DNS)."),
            text(
                    "className",
                    "KubernetesMembershipScheme of WSO2",
                    "com.example.Scheme",
                    "Class of the scheme (membershipSchemeClassName)."));

    static final Element MEMBERSHIP = group(
            "membership",
            "well-known addresses, all nodes",
            "<port>4200</port>",
            "How the nodes find each other.",
            choice(
                    "scheme",
                    List.of("wka", "multicast", "aws", "kubernetes"),
                    "wka",
                    "multicast",
                    "Well-known addresses, IP multicast, EC2 discovery or Kubernetes discovery."),
            port(
                    "port",
                    "4100",
                    "4200",
                    "First member port. Each further node of the same host gets the next one; port offsets are never"
                            + " added."),
            MEMBERS,
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-group",
                    "The server of settings.xml whose password becomes groupPassword. EI 6.6 ignores it."),
            scalar(
                    Kind.SECRET,
                    "groupPassword",
                    "none",
                    "env:GROUP_PASSWORD",
                    "Password of the group, best as env:NAME; instead of serverId."),
            MULTICAST,
            AWS,
            KUBERNETES,
            entries(
                    "hazelcast",
                    "shutdown hook off, heartbeat 60 s, logging by version",
                    "<hazelcast.max.no.heartbeat.seconds>30</hazelcast.max.no.heartbeat.seconds>",
                    "Entries of conf/hazelcast.properties; the names begin with hazelcast."));

    private MembershipSchema() {}
}

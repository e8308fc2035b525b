package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.port;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster}. */
final class ClusterSchema {

    private static final String CLEAR_TEXT =
            "Password, as env:NAME. In clear text it is a warning, and an error in production.";

    private static final Element NODE = group(
                    "node",
                    "none",
                    "<id>node1</id><host>192.168.57.11</host>",
                    "One server of the cluster.",
                    text(
                            "id",
                            "node1, node2, ... by position",
                            "blue",
                            "Short name of the node. It ends the names of its archive and folders. Lower-case letters,"
                                    + " digits and hyphens, at most 31; common, bundle, load-balancer, databases, certs, services,"
                                    + " sources and javadoc are reserved."),
                    scalar(
                            Kind.HOST,
                            "host",
                            "required with wka",
                            "192.168.57.13",
                            "Address or name under which the other nodes and the load balancer reach the node. With multicast, aws"
                                    + " and kubernetes it may be left out; localMemberHost is then removed, and the server takes"
                                    + " its first address that is not a loopback address."),
                    scalar(
                            Kind.HOST,
                            "memberHost",
                            "host",
                            "10.1.0.11",
                            "Address of the node in member lists and in localMemberHost of conf/axis2/axis2.xml, if cluster"
                                    + " messages use another network."),
                    scalar(
                            Kind.HOST,
                            "bindAddress",
                            "the base's",
                            "10.1.0.12",
                            "Address that the HTTP and HTTPS listeners of conf/axis2/axis2.xml and the connectors of"
                                    + " conf/tomcat/catalina-server.xml bind to."),
                    number(
                            "portOffset",
                            0,
                            65535,
                            "number of earlier nodes on the same host",
                            "10",
                            "Ports/Offset of conf/carbon.xml. The server adds it to every listener port, but never to"
                                    + " the member port."),
                    port(
                            "memberPort",
                            "membership/port plus the number of earlier nodes on the same host",
                            "4500",
                            "Port for cluster messages: localMemberPort of conf/axis2/axis2.xml."),
                    flag(
                            "registryReadOnly",
                            "false",
                            "true",
                            "Sets readOnly of every remote instance of conf/registry.xml on this node, so that it never writes to"
                                    + " the shared registry."),
                    DatabaseSchema.role(
                            "localDatabase",
                            "REGISTRY_LOCAL<n>",
                            "LOCAL_BLUE",
                            "Database of the node's own registry, if localRegistry is database. n is the number at the end of"
                                    + " the node's id; if the ids do not end in different numbers, the element is required."),
                    choice(
                            "role",
                            List.of("active", "backup", "none"),
                            "active",
                            "backup",
                            "What the load balancer is to do with the node: active nodes take requests, backup nodes only"
                                    + " when no active node answers, none takes none."),
                    choice(
                            "os",
                            List.of("linux", "windows"),
                            "linux",
                            "windows",
                            "Operating system of the node's machine. It decides the commands and paths of RUNBOOK.md, and"
                                    + " whether there is a systemd unit."),
                    ports("cluster/ports", "Listener ports of this node, before the offset is added."),
                    ServiceSchema.jvm(
                            "cluster/jvm",
                            "The Java virtual machine of this node. What is declared here stands in place of the same element of"
                                    + " cluster/jvm; options replace all options there."))
            .shortFor("host");

    static final Element CLUSTER = group(
            "cluster",
            "required with a POM",
            "<hostName>ei.example.com</hostName><nodes><node>192.168.57.11</node><node>192.168.57.12</node></nodes>"
                    + "<database><type>mysql</type><host>db.example.com</host><serverId>ei-db</serverId></database>",
            "The cluster. Without a POM, an absent cluster is two nodes on this machine. A value that is no list can also"
                    + " be a user property, such as -Dei-cluster.database.type=mysql for cluster/database/type; what the"
                    + " POM says wins.",
            text(
                    "domain",
                    "wso2.ei.domain",
                    "shop.ei",
                    "Name of the Hazelcast group: domain in conf/axis2/axis2.xml. It also names the folder of the shared H2"
                            + " databases, ~/.ei-cluster/<domain>."),
            scalar(
                    Kind.HOST,
                    "hostName",
                    "localhost if all nodes share one host, else required",
                    "ei.example.com",
                    "Name or address that clients use: HostName of conf/carbon.xml, and with a load balancer the host of"
                            + " WSDLEPRPrefix."),
            scalar(
                    Kind.HOST,
                    "managementHostName",
                    "with a load balancer that serves the console ui.<hostName>, or hostName if that is an address or localhost;"
                            + " without one the base's",
                    "admin.example.com",
                    "Name of the management console behind the load balancer: MgtHostName of conf/carbon.xml. Without a load"
                            + " balancer that serves the console it is an error."),
            MembershipSchema.MEMBERSHIP,
            list(
                    "nodes",
                    "required with a POM",
                    "<node>192.168.57.11</node><node>192.168.57.12</node>",
                    "The servers. Maven merges the nodes of profiles by position: write combine.self=\"override\" on <nodes> to"
                            + " replace them. On the command line, -Dei-cluster.nodes gives hosts separated by commas.",
                    NODE),
            ports("the base's", "Listener ports of all nodes, before the offset is added."),
            DatabaseSchema.DATABASE,
            RegistrySchema.REGISTRY,
            group(
                    "admin",
                    "the base's",
                    "<serverId>ei-admin</serverId>",
                    "The administrator of conf/user-mgt.xml. Name and password count only before the first start, which creates"
                            + " the user in the database. They have to match the rules of the user store in the same file.",
                    scalar(
                            Kind.USER,
                            "username",
                            "the server's, else the base's",
                            "root",
                            "Name of the administrator, or env:NAME."),
                    scalar(
                            Kind.SERVER,
                            "serverId",
                            "none",
                            "ei-admin",
                            "The server of settings.xml that gives name and password. It contradicts password."),
                    scalar(Kind.SECRET, "password", "the base's", "env:ADMIN_PASSWORD", CLEAR_TEXT),
                    text("role", "the base's", "operators", "Role of the administrator: AdminRole."),
                    flag(
                            "add",
                            "the base's; true if it has none",
                            "false",
                            "Whether the server creates the user and the role: AddAdmin.")),
            ServiceSchema.jvm(
                    "the start script's",
                    "The Java virtual machines of all nodes. The settings are environment variables of the start scripts: the"
                            + " units of service set them, and RUNBOOK.md says them where there is no unit."),
            ServiceSchema.SERVICE,
            ServiceSchema.DEPLOYMENT_SYNC,
            LoadBalancerSchema.LOAD_BALANCER,
            CertificatesSchema.CERTIFICATES,
            VaultSchema.VAULT,
            list(
                    "hosts",
                    "derived",
                    "<host><name>db.example.com</name><address>10.0.0.9</address></host>",
                    "Further lines of the file hosts and of RUNBOOK.md. Those of the nodes, the load balancer and the database"
                            + " follow from nodes/node/host (under the node's id), loadBalancer/address and"
                            + " database/address. A name whose address nobody states becomes a comment, and a warning.",
                    group(
                            "host",
                            "none",
                            "<name>db.example.com</name><address>10.0.0.9</address>",
                            "One line of the hosts file.",
                            text("name", "required", "db.example.com", "Name of the host."),
                            scalar(Kind.ADDRESS, "address", "required", "10.0.0.9", "IP address of the host."))));

    private ClusterSchema() {}

    private static Element ports(String defaultText, String description) {
        return group(
                "ports",
                defaultText,
                "<http>8290</http>",
                description,
                port(
                        "http",
                        "the base's; shipped: 8280",
                        "8290",
                        "Port for services over HTTP, in conf/axis2/axis2.xml."),
                port(
                        "https",
                        "the base's; shipped: 8243",
                        "8253",
                        "Port for services over HTTPS, in conf/axis2/axis2.xml."),
                port(
                        "console",
                        "the base's; shipped: 9443",
                        "9453",
                        "Port of the management console over HTTPS, in conf/tomcat/catalina-server.xml."),
                port(
                        "consoleHttp",
                        "the base's; shipped: 9763",
                        "9773",
                        "Port of the management console over HTTP, in conf/tomcat/catalina-server.xml."));
    }
}

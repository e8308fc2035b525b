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

    private static final Element NODE = group(
                    "node",
                    "none",
                    "<id>node1</id><host>192.168.57.11</host>",
                    "One server. Plain text is its host.",
                    text(
                            "id",
                            "node1, node2, ... by position",
                            "blue",
                            "Short name: lower-case letters, digits and hyphens, at most 31. It names archives and"
                                    + " folders, so it should never change."),
                    scalar(
                            Kind.HOST,
                            "host",
                            "required with wka",
                            "192.168.57.13",
                            "Address or name under which the other nodes and the load balancer reach the node."),
                    scalar(
                            Kind.HOST,
                            "memberHost",
                            "host",
                            "10.1.0.11",
                            "Address that cluster messages use (localMemberHost), if it is another one."),
                    scalar(Kind.HOST, "bindAddress", "the base's", "10.1.0.12", "Address that the listeners bind to."),
                    number(
                            "portOffset",
                            0,
                            65535,
                            "counted up from 0 per host",
                            "10",
                            "Added by the server to every listener port, but never to the member port."),
                    port(
                            "memberPort",
                            "membership/port, counted up per host",
                            "4500",
                            "Port for cluster messages (localMemberPort)."),
                    flag("registryReadOnly", "false", "true", "Mounts the shared registry read-only on this node."),
                    DatabaseSchema.role(
                            "localDatabase",
                            "REGISTRY_LOCAL<n>",
                            "LOCAL_BLUE",
                            "Database of the node's own registry, with localRegistry database. n is the number at the"
                                    + " end of the node's id."),
                    choice(
                            "role",
                            List.of("active", "backup", "none"),
                            "active",
                            "backup",
                            "What the load balancer does with the node."),
                    choice(
                            "os",
                            List.of("linux", "windows"),
                            "linux",
                            "windows",
                            "Operating system of the node's machine."),
                    ports("cluster/ports", "Listener ports of this node before the offset."))
            .shortFor("host");

    private static final Element INSTANCE = group(
            "instance",
            "none",
            "<id>shared</id>",
            "A remote instance of registry.xml with its dbConfig.",
            text("id", "required", "shared", "Name that mounts refer to. Never rename it once nodes have started."),
            text("dbConfig", "sharedregistry, or sharedconfig", "shareddb", "Name of the dbConfig."),
            choice(
                    "database",
                    List.of("registry", "config"),
                    "registry",
                    "config",
                    "The database behind it: registryDatabase or configDatabase."),
            flag("readOnly", "false", "true", "Whether no node may write through it."),
            text("registryRoot", "/", "/shop", "Root path within the shared registry."),
            flag("enableCache", "true", "false", "Whether the nodes cache its resources."));

    private static final Element MOUNT = group(
            "mount",
            "none",
            "<path>/_system/governance</path>",
            "A path of the node's registry that is kept in the shared database.",
            text("path", "required", "/_system/config/shop", "The path on the node."),
            text(
                    "targetPath",
                    "/_system/eiconfig for /_system/config, else path",
                    "/_system/shop",
                    "The path in the shared database. Never change it once nodes have started."),
            choice(
                    "overwrite",
                    List.of("true", "false", "virtual"),
                    "true",
                    "virtual",
                    "What the first start does with a local collection at the path: true deletes it, virtual hides it,"
                            + " false fails."),
            text("instance", "the only instance", "shared", "Id of the instance."));

    static final Element CLUSTER = group(
            "cluster",
            "required with a POM",
            "<nodes>...</nodes>",
            "What the cluster is. Without a POM, an absent cluster is two nodes on this machine.",
            text("domain", "wso2.ei.domain", "shop.ei", "Name of the Hazelcast group; equal on all nodes."),
            scalar(
                    Kind.HOST,
                    "hostName",
                    "localhost if all nodes share one host, else required",
                    "ei.example.com",
                    "Host name that clients use."),
            scalar(
                    Kind.HOST,
                    "managementHostName",
                    "ui. and hostName with a load balancer that serves the console",
                    "admin.example.com",
                    "Host name of the management console behind the load balancer."),
            MembershipSchema.MEMBERSHIP,
            list(
                    "nodes",
                    "required with a POM",
                    "<node>192.168.57.11</node><node>192.168.57.12</node>",
                    "The servers. Maven merges the nodes of profiles by position: write combine.self=\"override\" to"
                            + " replace them. On the command line: hosts separated by commas.",
                    NODE),
            ports("the base's", "Listener ports of all nodes before the offset."),
            DatabaseSchema.DATABASE,
            group(
                    "registry",
                    "one instance with the two mounts of the guide",
                    "<mounts>...</mounts>",
                    "How the shared registry is mounted.",
                    list("instances", "instanceid", "<instance>...</instance>", "The remote instances.", INSTANCE),
                    list(
                            "mounts",
                            "/_system/config and /_system/governance",
                            "<mount>...</mount>",
                            "The mounts.",
                            MOUNT)),
            group(
                    "admin",
                    "the base's",
                    "<serverId>ei-admin</serverId>",
                    "The administrator of user-mgt.xml. The password counts only before the first start.",
                    scalar(Kind.USER, "username", "the server's, else the base's", "root", "Name, or env:NAME."),
                    scalar(
                            Kind.SERVER,
                            "serverId",
                            "none",
                            "ei-admin",
                            "The server of settings.xml that gives name and password."),
                    scalar(Kind.SECRET, "password", "the base's", "env:ADMIN_PASSWORD", "Password, best as env:NAME."),
                    text("role", "the base's", "operators", "Role of the administrator."),
                    flag("add", "the base's", "false", "Whether the server creates the user and the role.")),
            group(
                            "loadBalancer",
                            "none",
                            "<type>nginx</type>",
                            "The load balancer in front of the nodes. Plain text is its type.",
                            choice(
                                    "type",
                                    List.of("nginx", "nginx-plus", "haproxy", "external"),
                                    "required",
                                    "haproxy",
                                    "The product; external if others configure it."),
                            text(
                                    "address",
                                    "none",
                                    "10.0.0.5,10.0.0.6",
                                    "Its IP addresses as the nodes see them, separated by commas. The nodes trust"
                                            + " forwarding headers from there only."),
                            text("httpPort", "80", "8080", "Port for HTTP, or none."),
                            port("httpsPort", "443", "8443", "Port for HTTPS."),
                            flag("console", "true", "false", "Whether it serves the management console."))
                    .shortFor("type"),
            list(
                    "hosts",
                    "derived",
                    "<host><name>db.example.com</name><address>10.0.0.9</address></host>",
                    "Lines of the hosts file. Those of the load balancer and of the database are derived if their"
                            + " addresses are known.",
                    group(
                            "host",
                            "none",
                            "<name>db.example.com</name><address>10.0.0.9</address>",
                            "One line of the hosts file.",
                            text("name", "required", "db.example.com", "Host name."),
                            scalar(Kind.ADDRESS, "address", "required", "10.0.0.9", "IP address."))));

    private ClusterSchema() {}

    private static Element ports(String defaultText, String description) {
        return group(
                "ports",
                defaultText,
                "<http>8290</http>",
                description,
                port("http", "the base's, 8280", "8290", "Services over HTTP."),
                port("https", "the base's, 8243", "8253", "Services over HTTPS."),
                port("console", "the base's, 9443", "9453", "Management console over HTTPS."),
                port("consoleHttp", "the base's, 9763", "9773", "Management console over HTTP."));
    }
}

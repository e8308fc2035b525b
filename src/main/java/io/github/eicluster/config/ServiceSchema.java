package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements that say how the machines run the nodes: {@code jvm}, {@code service}, {@code deploymentSync}. */
final class ServiceSchema {

    static final Element SERVICE = group(
                    "service",
                    "none",
                    "<user>wso2</user>",
                    "Writes a systemd unit wso2ei-<node id>.service for every node on Linux, into target/ei-cluster/services."
                            + " Nodes on Windows get none. It needs jvm/javaHome: systemd sets no JAVA_HOME, and the start"
                            + " script ends without one. An empty element takes all defaults.",
                    text(
                            "user",
                            "wso2",
                            "esb",
                            "Account that runs the servers and owns their homes. root is a warning, and an error in"
                                    + " production."),
                    text("group", "user", "middleware", "Group of the servers and their homes."),
                    text(
                            "directory",
                            "/opt/wso2",
                            "/srv/wso2",
                            "Directory on every machine that holds one directory per node: the archive of node1 is unpacked"
                                    + " in <directory>/node1."),
                    number(
                            "openFiles",
                            1024,
                            1048576,
                            "65535",
                            "100000",
                            "Limit of open files and sockets of a server: LimitNOFILE."),
                    number(
                            "processes",
                            1024,
                            1048576,
                            "20000",
                            "40000",
                            "Limit of processes and threads of the account: LimitNPROC."),
                    choice(
                            "restart",
                            List.of("always", "no"),
                            "always",
                            "no",
                            "Whether systemd starts a server again that has ended by itself. There is no on-failure: the start"
                                    + " script ends with status 0 however Java ended, so that a crash is no failure to"
                                    + " systemd. With always, stop a server by systemctl only: one that was shut down from the"
                                    + " console or by integrator.sh stop comes back."),
                    number(
                            "stopTimeout",
                            10,
                            3600,
                            "180",
                            "600",
                            "Seconds that a server gets to finish its requests and stop, before it is killed:"
                                    + " TimeoutStopSec."),
                    text(
                            "umask",
                            "0027",
                            "0077",
                            "Mode bits, in octal digits, that files written by a server do not get: UMask."))
            .shortFor("user");

    static final Element DEPLOYMENT_SYNC = group(
                    "deploymentSync",
                    "none",
                    "<source>node1</source>",
                    "Lets the other nodes on Linux fetch repository/deployment/server from one node: a script with rsync over ssh, a"
                            + " systemd service and a timer for each, in target/ei-cluster/services. Needed only if people"
                            + " deploy to a running cluster; what is part of the archives is on every node already. It needs"
                            + " service, which says where the homes are and who owns them. An empty element takes all"
                            + " defaults.",
                    text(
                            "source",
                            "the first node on Linux that writes to the shared registry",
                            "node2",
                            "Id of the node that people deploy to and the others fetch from. It must not be"
                                    + " registryReadOnly: applications may bring registry resources, which the node that"
                                    + " deploys them first writes."),
                    text(
                            "user",
                            "service/user",
                            "deploy",
                            "Account on the machine of the source that the others log in to with ssh. It reads the home of the"
                                    + " source and writes nothing."),
                    number("interval", 10, 86400, "60", "300", "Seconds between the end of one run and the next."),
                    flag(
                            "delete",
                            "true",
                            "false",
                            "Whether artifacts that the source no longer has are removed from the other nodes. Without it an"
                                    + " application that was undeployed on the source stays on the others."),
                    flag(
                            "tenants",
                            "false",
                            "true",
                            "Whether the artifacts of tenants, repository/tenants, are fetched too."))
            .shortFor("source");

    private ServiceSchema() {}

    /** The element {@code jvm}. */
    static Element jvm(String defaultText, String description) {
        return group(
                "jvm",
                defaultText,
                "<heap>4g</heap>",
                description,
                group(
                                "heap",
                                "the start script's: 256m and 1024m",
                                "<initial>1g</initial><maximum>4g</maximum>",
                                "Sizes of the heap; a single value is both.",
                                text(
                                        "initial",
                                        "maximum",
                                        "512m",
                                        "Size at the start, -Xms: digits and a unit k, m or g."),
                                text("maximum", "1024m", "3g", "Greatest size, -Xmx: digits and a unit k, m or g."))
                        .shortFor("maximum"),
                list(
                        "options",
                        "none",
                        "<option>-XX:+UseG1GC</option>",
                        "Further options of java: JAVA_OPTS.",
                        text(
                                "option",
                                "none",
                                "-XX:+UseG1GC",
                                "One option. It begins with a hyphen and holds no blank and no quote, since the start script splits"
                                        + " JAVA_OPTS at blanks. Options that other elements or the start script itself set"
                                        + " are mistakes, and so are passwords, which everybody could read.")),
                text(
                        "javaHome",
                        "none",
                        "/usr/lib/jvm/java-8-openjdk",
                        "Absolute path of the JDK on the node's machine: JAVA_HOME. Required with service."));
    }
}

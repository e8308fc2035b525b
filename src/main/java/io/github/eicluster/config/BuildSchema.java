package io.github.eicluster.config;

import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

/** The elements beside {@code cluster}. */
final class BuildSchema {

    static final Element DISTRIBUTION = group(
                    "distribution",
                    "required",
                    "packs/wso2ei-6.6.0.zip",
                    "The distribution of WSO2 EI 6.x that every node is made from. It is either a path or a Maven artifact."
                            + " Its version is read from bin/version.txt, then from conf/carbon.xml; the file name says"
                            + " nothing. On the command line, -Dei-cluster.distribution gives the path.",
                    scalar(
                            Kind.PATH,
                            "path",
                            "none",
                            "packs/wso2ei-6.6.0.zip",
                            "A zip archive with one root folder, or an unpacked home. A relative path counts from the base directory of"
                                    + " the project; without a POM, from the current directory."),
                    text(
                            "groupId",
                            "required for an artifact",
                            "com.example.packs",
                            "Group of the artifact that holds the distribution. It contradicts path."),
                    text("artifactId", "required for an artifact", "wso2ei", "Artifact that holds the distribution."),
                    text(
                            "version",
                            "required for an artifact",
                            "6.6.0",
                            "Version of the artifact. It need not be that of EI."),
                    text("type", "zip", "jar", "Type of the artifact. Its file has to be a zip archive."),
                    text("classifier", "none", "patched", "Classifier of the artifact."),
                    flag(
                            "keepDatabase",
                            "false",
                            "true",
                            "Allows a distribution that has been started and holds local H2 databases, and packs these for every"
                                    + " node. Without it, such a distribution is an error."))
            .shortFor("path");

    private static final Element EDIT = group(
            "edit",
            "none",
            "<file>conf/carbon.xml</file><xpath>/Server/ServerName</xpath><value>Shop</value>",
            "One change of one file: xpath or property says where, exactly one of value, serverId, insert, uncomment and"
                    + " remove says what. Only uncomment may have a value or serverId beside it.",
            scalar(
                    Kind.PATH,
                    "file",
                    "required",
                    "conf/carbon.xml",
                    "File below the home of the server, with forward slashes. An XML file has to be in the distribution or in"
                            + " an overlay; a properties file that is in neither is made."),
            text(
                    "xpath",
                    "none",
                    "/Server/ServerName",
                    "The element of an XML file: an absolute path of element names, with predicates such as [2],"
                            + " [@name='http'] or [name='WSO2_CARBON_DB']."),
            text(
                    "attribute",
                    "none",
                    "locked",
                    "The attribute of the element that is set or removed, instead of the element's text."),
            text(
                    "property",
                    "none",
                    "http.socket.timeout",
                    "The key of a properties file, instead of xpath. A key that is not there is added."),
            text("value", "none", "Shop", "The new text, attribute value or property value; it may be empty.")
                    .orEmpty(),
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-broker",
                    "The server of settings.xml whose password is the new value. Messages and diffs do not show it."),
            scalar(
                    Kind.XML,
                    "insert",
                    "none",
                    "<parameter name=\"a\">b</parameter>",
                    "XML that becomes the last children of the element, written as elements or as CDATA. Nothing happens if"
                            + " they stand there already."),
            flag(
                    "uncomment",
                    "false",
                    "true",
                    "Makes the commented-out element at xpath live, and sets its text if a value or serverId is given."),
            flag("remove", "false", "true", "Removes the element, the attribute of the element, or the key."),
            list(
                            "nodes",
                            "all nodes",
                            "<node>node1</node>",
                            "The nodes that get the change: ids separated by commas, or one element each.",
                            text("node", "none", "node1", "Id of a node."))
                    .shortFor(Element.TEXT));

    static final Element EDITS = list(
            "edits",
            "none",
            "<edit><file>conf/synapse.properties</file><property>synapse.global_timeout_interval</property>"
                    + "<value>60000</value></edit>",
            "Settings that the plugin has no element for, in any file of the distribution. They are made after everything"
                    + " else, in the order of the POM.",
            EDIT);

    private static final Element LIBRARY = group(
            "library",
            "none",
            "<artifact>com.example:mediators</artifact><folder>extensions</folder>",
            "Where some dependencies go. The first library that fits a dependency counts; those of dropins come last.",
            text(
                    "artifact",
                    "required",
                    "com.example:mediators",
                    "Pattern of dependencies: groupId:artifactId, then :type and :classifier if they matter, with * for any"
                            + " characters."),
            scalar(
                    Kind.PATH,
                    "folder",
                    "that of the type",
                    "extensions",
                    "Folder below the home of the server, with forward slashes."),
            list(
                            "nodes",
                            "all nodes",
                            "<node>node1</node>",
                            "The nodes that get them: ids separated by commas, or one element each.",
                            text("node", "none", "node1", "Id of a node."))
                    .shortFor(Element.TEXT));

    static final Element LIBRARIES = list(
                    "libraries",
                    "each dependency at the usual place of its type",
                    "<dropins>com.example:*-bundle</dropins>",
                    "Where the dependencies of the project go on the nodes. These are the direct ones of the scopes compile and"
                            + " runtime: jars go to lib, artifacts of the types car, aar, war and dbs to carbonapps,"
                            + " axis2services, webapps and dataservices below repository/deployment/server. Other types need a"
                            + " library with a folder.",
                    LIBRARY)
            .beside(
                    list(
                                    "dropins",
                                    "none",
                                    "<dropin>com.example:*-bundle</dropin>",
                                    "The dependencies that are OSGi bundles and go to dropins: patterns as in"
                                            + " library/artifact, separated by commas or one element each.",
                                    text("dropin", "none", "com.example:*-bundle", "Pattern of dependencies."))
                            .shortFor(Element.TEXT),
                    flag(
                            "transitive",
                            "false",
                            "true",
                            "Packs dependencies of dependencies too. The server makes a bundle of each jar in lib when it"
                                    + " starts, and many that come along, such as protobuf with a driver, do not belong there."));

    private BuildSchema() {}
}

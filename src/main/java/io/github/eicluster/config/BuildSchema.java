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
                    "The distribution of WSO2 EI 6.x. Plain text is the path; groupId, artifactId and version name a"
                            + " Maven artifact instead. On the command line: -Dei-cluster.distribution.",
                    scalar(
                            Kind.PATH,
                            "path",
                            "none",
                            "packs/wso2ei-6.6.0.zip",
                            "Zip or unpacked home. A relative path counts from the base directory."),
                    text("groupId", "none", "com.example", "Group of the artifact."),
                    text("artifactId", "none", "wso2ei", "Artifact that holds the distribution."),
                    text("version", "none", "6.6.0", "Version of the artifact."),
                    text("type", "zip", "tar.gz", "Type of the artifact."),
                    text("classifier", "none", "patched", "Classifier of the artifact."),
                    flag(
                            "keepDatabase",
                            "false",
                            "true",
                            "Takes a local H2 database along that was started already; otherwise such a home is"
                                    + " refused."))
            .shortFor("path");

    private static final Element EDIT = group(
            "edit",
            "none",
            "<file>conf/carbon.xml</file><xpath>/Server/ServerName</xpath><value>Shop</value>",
            "One change of one file. Exactly one of value, serverId, insert, uncomment and remove says what happens;"
                    + " uncomment may have a value beside it.",
            scalar(
                    Kind.PATH,
                    "file",
                    "required",
                    "conf/carbon.xml",
                    "File below the home of the server, with forward slashes."),
            text("xpath", "none", "/Server/ServerName", "The element of an XML file, as an absolute path."),
            text("attribute", "none", "locked", "The attribute of the element, instead of its text."),
            text("property", "none", "http.socket.timeout", "The key of a properties file, instead of xpath."),
            text("value", "none", "Shop", "The new text, attribute value or property value; it may be empty.")
                    .orEmpty(),
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-broker",
                    "The server of settings.xml whose password is the new value. It is shown nowhere."),
            scalar(
                    Kind.XML,
                    "insert",
                    "none",
                    "<parameter name=\"a\">b</parameter>",
                    "XML that becomes the last children of the element, as elements or as CDATA."),
            flag(
                    "uncomment",
                    "false",
                    "true",
                    "Uncomments the element that ships commented out, and sets its text if a value is given."),
            flag("remove", "false", "true", "Removes the element, the attribute or the key."),
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
            "<edit>...</edit>",
            "Any setting that the plugin has no element for, made after everything else.",
            EDIT);

    private BuildSchema() {}
}

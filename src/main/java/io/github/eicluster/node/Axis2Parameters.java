package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import java.util.Optional;

/** The {@code <parameter name="...">} children of one element of axis2.xml. */
final class Axis2Parameters {

    private final XmlEditor xml;
    private final String parent;
    private final String attributes;

    private Axis2Parameters(XmlEditor xml, String parent, String attributes) {
        this.xml = xml;
        this.parent = parent;
        this.attributes = attributes;
    }

    /** Parameters of the clustering section. */
    static Axis2Parameters ofClustering(XmlEditor xml) {
        return new Axis2Parameters(xml, Clustering.PATH, "");
    }

    /** Parameters of a transport receiver, where the shipped ones say {@code locked="false"}. */
    static Axis2Parameters ofReceiver(XmlEditor xml, String receiver) {
        return new Axis2Parameters(xml, receiver, " locked=\"false\"");
    }

    String path(String name) {
        return parent + "/parameter[@name='" + name + "']";
    }

    boolean exists(String name) {
        return xml.exists(path(name));
    }

    /** Text of a parameter without surrounding white space. */
    Optional<String> get(String name) {
        return exists(name) ? xml.text(path(name)).map(String::strip) : Optional.empty();
    }

    int line(String name) {
        return xml.line(path(name));
    }

    /**
     * Gives a parameter a value: an existing one is changed where it stands, a commented-out one becomes a live one, a
     * missing one is inserted after the first of the neighbours that exists, or else as the first child.
     */
    void set(String name, String value, String... neighbours) {
        if (!exists(name)) {
            bring(name, neighbours);
        }
        // Exact text: the server does not trim the domain, and white space would become part of the group's name.
        xml.setText(path(name), value);
    }

    void remove(String name) {
        xml.remove(path(name));
    }

    private void bring(String name, String... neighbours) {
        if (CommentedOut.revive(xml, path(name))) {
            return;
        }
        String fragment = "<parameter name=\"" + name + "\"" + attributes + "></parameter>";
        for (String neighbour : neighbours) {
            if (exists(neighbour)) {
                xml.insertAfter(path(neighbour), fragment);
                return;
            }
        }
        xml.prependChild(parent, fragment);
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Problem;

/** The edits that the POM asks for, in its order, after everything that the plugin knows of. */
final class CustomEdits implements Concern {

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        for (CustomEdit edit : context.edits()) {
            if (edit.appliesTo(context.node().id())) {
                apply(edit, files);
            }
        }
    }

    private static void apply(CustomEdit edit, NodeFiles files) {
        try {
            switch (edit.action()) {
                case SET_PROPERTY, REMOVE_PROPERTY -> changeProperties(edit, files);
                default -> changeXml(edit, files);
            }
        } catch (ClusterException e) {
            files.report(Problem.error(edit.where(), masked(edit, e.getMessage())));
        }
    }

    private static void changeProperties(CustomEdit edit, NodeFiles files) {
        PropertiesEditor properties = files.properties(edit.file());
        if (edit.action() == CustomEdit.Action.REMOVE_PROPERTY) {
            properties.remove(edit.target());
        } else {
            properties.set(edit.target(), value(edit, files));
        }
    }

    private static void changeXml(CustomEdit edit, NodeFiles files) {
        XmlEditor xml = files.findXml(edit.file())
                .orElseThrow(
                        () -> new ClusterException("the file " + edit.file() + " is neither in the distribution nor"
                                + " in an overlay of this node. Give the path of an XML file below the home, such as"
                                + " conf/carbon.xml."));
        switch (edit.action()) {
            case SET_TEXT -> setText(xml, edit, value(edit, files));
            case SET_ATTRIBUTE -> xml.setAttribute(edit.target(), edit.attribute(), value(edit, files));
            case REMOVE_ATTRIBUTE -> xml.removeAttribute(edit.target(), edit.attribute());
            case INSERT -> xml.appendChild(edit.target(), value(edit, files));
            case UNCOMMENT -> uncomment(xml, edit, files);
            case REMOVE -> xml.remove(edit.target());
            default -> throw new IllegalStateException(edit.action().name());
        }
    }

    private static void uncomment(XmlEditor xml, CustomEdit edit, NodeFiles files) {
        xml.uncomment(edit.target());
        if (edit.value().isPresent() || edit.secret().isPresent()) {
            xml.setText(edit.target(), value(edit, files));
        }
    }

    private static void setText(XmlEditor xml, CustomEdit edit, String value) {
        if (!xml.exists(edit.target())) {
            throw new ClusterException(noElement(xml, edit.target()));
        }
        xml.setText(edit.target(), value);
    }

    private static String noElement(XmlEditor xml, String target) {
        String missing = xml.file() + " has no element " + target + ". ";
        if (xml.commentedOut(target)) {
            return missing + "It is commented out: use uncomment together with the value.";
        }
        String parent = parent(target);
        if (!parent.isEmpty() && xml.exists(parent)) {
            return missing + "To add it, use insert with xpath " + parent + " and the whole element.";
        }
        return missing + "Correct the path; "
                + (parent.isEmpty() ? "it begins with the root element." : parent + " does not exist either.");
    }

    /** The path without its last step; slashes inside of predicates do not separate steps. */
    private static String parent(String target) {
        int depth = 0;
        for (int i = target.length() - 1; i > 0; i--) {
            char c = target.charAt(i);
            depth += c == ']' ? 1 : c == '[' ? -1 : 0;
            if (c == '/' && depth == 0) {
                return target.substring(0, i);
            }
        }
        return "";
    }

    private static String value(CustomEdit edit, NodeFiles files) {
        if (edit.secret().isPresent()) {
            return files.reveal(edit.file(), edit.secret().get());
        }
        return edit.value().orElseThrow(() -> new ClusterException("the edit of " + edit.file() + " has no value."));
    }

    /** Messages of the editor may quote what was to be written. */
    private static String masked(CustomEdit edit, String message) {
        return edit.secret()
                .filter(secret -> !secret.reveal().isEmpty())
                .map(secret -> message.replace(secret.reveal(), "***"))
                .orElse(message);
    }
}

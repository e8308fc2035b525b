package io.github.eicluster.model;

import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code edits}: a change of any file of the distribution.
 *
 * @param where POM path, for messages
 * @param file path below the home, with {@code /}
 * @param action what is done
 * @param target the element's path for XML, the key for properties
 * @param attribute name of the attribute for {@link Action#SET_ATTRIBUTE}, otherwise empty
 * @param value the text, attribute value, fragment or property value; absent for {@link Action#REMOVE} and
 *     {@link Action#UNCOMMENT} and when the value is secret
 * @param secret the value if it must not be shown
 * @param nodes ids of the nodes that get it; empty: all
 */
public record CustomEdit(
        String where,
        String file,
        Action action,
        String target,
        String attribute,
        Optional<String> value,
        Optional<Secret> secret,
        Set<String> nodes) {

    /** Copies the set. */
    public CustomEdit {
        nodes = Set.copyOf(nodes);
    }

    /** What a custom edit does. */
    public enum Action {
        /** Sets the text of an element. */
        SET_TEXT,
        /** Sets an attribute of an element. */
        SET_ATTRIBUTE,
        /** Removes the attribute of an element. */
        REMOVE_ATTRIBUTE,
        /** Inserts a fragment as the last child of an element. */
        INSERT,
        /** Uncomments an element, and sets its text if a value is given. */
        UNCOMMENT,
        /** Removes an element. */
        REMOVE,
        /** Sets a key of a properties file. */
        SET_PROPERTY,
        /** Removes a key of a properties file. */
        REMOVE_PROPERTY
    }

    /**
     * Tells whether a node gets this edit.
     *
     * @param nodeId id of the node
     * @return whether the edit applies
     */
    public boolean appliesTo(String nodeId) {
        return nodes.isEmpty() || nodes.contains(nodeId);
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.VaultAliases;
import java.util.List;
import java.util.Optional;

/** Elements whose value the base takes from the secure vault or has encrypted; a value of ours replaces it. */
final class Vaulted {

    /** By which an element names its alias. */
    static final List<String> ALIASES = List.of(VaultAliases.ATTRIBUTE, "secretAlias");

    /** Those, and the one of a datasource whose text is encrypted in place. */
    static final List<String> MARKS = List.of(VaultAliases.ATTRIBUTE, "secretAlias", "encrypted");

    private Vaulted() {}

    /** Whether the server ignores the text of an element. */
    static boolean marked(XmlEditor xml, String path) {
        return MARKS.stream().anyMatch(mark -> xml.attribute(path, mark).isPresent());
    }

    /** Removes the marks that would make the server ignore the text of an element, and says so. */
    static void clear(NodeFiles files, XmlEditor xml, String path, String what) {
        for (String mark : MARKS) {
            Optional<String> value = xml.attribute(path, mark);
            if (value.isPresent()) {
                files.report(Problem.warning(
                        xml.file() + " line " + xml.line(path),
                        what + " was "
                                + (mark.equals("encrypted")
                                        ? "encrypted"
                                        : "in the secure vault as '" + value.get() + "'")
                                + "; the configured value replaces it."));
                xml.removeAttribute(path, mark);
            }
        }
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import java.util.Optional;

/**
 * One live place of a node's files that has a password, with the alias that may replace it.
 *
 * @param file path below the home
 * @param path path of the element
 * @param attribute name of the attribute that has the password; empty: the element's text
 * @param alias name in the vault
 * @param reference whether the value itself names the alias, {@code $secret{alias}}, since the attribute is taken (6.6)
 * @param active whether the server reads the file
 * @param tool where the vendor's cipher tool finds the place; absent if it cannot
 */
record VaultSite(
        String file,
        String path,
        String attribute,
        String alias,
        boolean reference,
        boolean active,
        Optional<String> tool) {

    /** The text of an element, found by the vendor's tool under the same path. */
    static VaultSite text(String file, String path, String alias) {
        return new VaultSite(file, path, "", alias, false, true, tool(file, path, false));
    }

    VaultSite inactive() {
        return new VaultSite(file, path, attribute, alias, reference, false, Optional.empty());
    }

    /** The same place under another name. */
    VaultSite named(String name) {
        return new VaultSite(file, path, attribute, name, reference, active, tool);
    }

    /** Whether what reads the place takes any name that stands there; others ask for fixed ones. */
    boolean takesAnyName(EiVersion version) {
        return attribute.isEmpty()
                && (version.atLeast(6, 6) || file.startsWith(Layout.DATASOURCES_DIR) || file.equals(Layout.TASKS));
    }

    VaultSite foundBy(String toolPath) {
        return new VaultSite(
                file, path, attribute, alias, reference, active, tool(file, toolPath, !attribute.isEmpty()));
    }

    /** {@code <file>//<XPath>,<whether an attribute>}; the tool ends reading the path at the first comma. */
    static Optional<String> tool(String file, String path, boolean attribute) {
        String entry = file + "/" + path + "," + attribute;
        return path.contains(",") || path.contains("''") ? Optional.empty() : Optional.of(entry);
    }

    /** File and line, for messages. */
    String where(NodeFiles files) {
        return file + " line " + files.xml(file).line(path);
    }

    /** The password, unless the place has none or an alias already. */
    Optional<String> clear(NodeFiles files) {
        XmlEditor xml = files.xml(file);
        Optional<String> value = attribute.isEmpty() ? xml.text(path) : xml.attribute(path, attribute);
        boolean unread = attribute.isEmpty() && Vaulted.marked(xml, path);
        return value.filter(text -> !unread && !text.isBlank())
                .filter(text -> !text.strip().startsWith(VaultAliases.REFERENCE))
                .filter(text -> alias(files).isEmpty());
    }

    /** The alias that the place has already. */
    Optional<String> alias(NodeFiles files) {
        XmlEditor xml = files.xml(file);
        if (!attribute.isEmpty()) {
            return xml.attribute(path, VaultAliases.ATTRIBUTE)
                    .filter(name -> name.strip().endsWith("." + attribute))
                    .map(String::strip);
        }
        return Vaulted.ALIASES.stream()
                .flatMap(mark -> xml.attribute(path, mark).stream())
                .findFirst();
    }

    /** Puts the alias in the place of the password. */
    void replace(NodeFiles files) {
        XmlEditor xml = files.xml(file);
        if (reference) {
            xml.setAttribute(path, attribute, VaultAliases.REFERENCE + alias + "}");
            return;
        }
        xml.setAttribute(xml.elements().root(), "xmlns:" + VaultAliases.PREFIX, VaultAliases.NAMESPACE);
        if (attribute.isEmpty()) {
            xml.setText(path, VaultAliases.TEXT);
        } else {
            xml.setAttribute(path, attribute, VaultAliases.TEXT);
        }
        xml.setAttribute(path, VaultAliases.ATTRIBUTE, alias);
    }

    /** The value as a secret; what everybody knows is none. */
    static Secret secret(String value) {
        return new Secret(value, Published.VALUES.contains(value) ? Secret.Source.DEFAULT : Secret.Source.BASE);
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passwords of catalina-server.xml, all in attributes. An element has one attribute for aliases, and so one password in the
 * vault; in 6.6 the value of a further one can name its alias itself (kernel tomcat ServerManager).
 */
final class TomcatSites {

    private final NodeFiles files;
    private final EiVersion version;

    TomcatSites(NodeFiles files, EiVersion version) {
        this.files = files;
        this.version = version;
    }

    List<VaultSite> all() {
        XmlEditor xml = files.xml(Layout.CATALINA);
        List<VaultSite> found = new ArrayList<>();
        List<String> holders = xml.elements()
                .find((name, attributes) ->
                        VaultAliases.TOMCAT_ATTRIBUTES.stream().anyMatch(attributes::containsKey));
        for (String path : holders) {
            dropDefaults(xml, path);
            List<String> present = VaultAliases.TOMCAT_ATTRIBUTES.stream()
                    .filter(name -> xml.attribute(path, name).isPresent())
                    .toList();
            for (String name : present) {
                boolean first = name.equals(present.get(0));
                if (first || version.atLeast(6, 6)) {
                    found.add(site(xml, path, name, !first));
                }
            }
        }
        return found;
    }

    private static VaultSite site(XmlEditor xml, String path, String name, boolean reference) {
        String alias = VaultAliases.tomcat(path, name);
        if (reference) {
            return new VaultSite(Layout.CATALINA, path, name, alias, true, true, Optional.empty());
        }
        String everywhere = path.replaceAll("\\[\\d+\\]", "") + "[@" + name + "]";
        String tool = xml.count(everywhere) == 1 ? everywhere : path + "[@" + name + "]";
        return new VaultSite(Layout.CATALINA, path, name, alias, false, true, Optional.empty()).foundBy(tool);
    }

    /** Tomcat takes the store's password for a key without one: the same word twice needs one alias only. */
    private static void dropDefaults(XmlEditor xml, String path) {
        VaultAliases.TOMCAT_KEY_DEFAULTS.forEach((key, store) -> {
            Optional<String> value = xml.attribute(path, key);
            if (value.isPresent() && value.equals(xml.attribute(path, store))) {
                xml.removeAttribute(path, key);
            }
        });
    }
}

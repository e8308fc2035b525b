package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values that the POM adds to the vault, {@code cluster/vault/secrets}. */
final class VaultEntries {

    private final NodeContext context;
    private final NodeFiles files;
    private final VaultContent content;
    private final List<VaultSite> known;
    private final Set<String> taken = new HashSet<>();

    VaultEntries(NodeContext context, NodeFiles files, VaultContent content, List<VaultSite> known) {
        this.context = context;
        this.files = files;
        this.content = content;
        this.known = known;
    }

    /** Whether no entry has taken the place. */
    boolean isFree(VaultSite site) {
        return !taken.contains(place(site));
    }

    void add(Vault.Entry entry) {
        if (entry.file().isEmpty() || entry.path().isEmpty()) {
            entry.secret().ifPresent(value -> content.add(entry.alias(), value, entry.where()));
            return;
        }
        try {
            site(entry).ifPresent(site -> {
                taken.add(place(site));
                Optional<Secret> value =
                        entry.secret().or(() -> site.clear(files).map(VaultSite::secret));
                if (value.isPresent()) {
                    content.add(site, value.get());
                } else {
                    content.mistake(
                            entry.where(),
                            "finds no value at " + entry.path().get() + " of " + files.label(site.file())
                                    + ". Add serverId, or remove the entry.");
                }
            });
        } catch (ClusterException e) {
            content.mistake(entry.where(), e.getMessage());
        }
    }

    private Optional<VaultSite> site(Vault.Entry entry) {
        String file = entry.file().orElseThrow();
        String path = entry.path().orElseThrow();
        int at = path.lastIndexOf("/@");
        String element = at < 0 ? path : path.substring(0, at);
        String attribute = at < 0 ? "" : path.substring(at + 2);
        XmlEditor xml = files.findXml(file)
                .orElseThrow(() -> new ClusterException("the file " + file
                        + " is neither in the distribution nor in an overlay of this node. Give the path of an XML file below"
                        + " the home."));
        int count = xml.count(element);
        boolean there = count == 1
                && (attribute.isEmpty()
                        ? xml.elements().isLeaf(element)
                        : xml.attribute(element, attribute).isPresent());
        if (!there) {
            content.mistake(
                    entry.where(),
                    "'" + path + "' names " + (count > 1 ? count + " elements" : "no element or attribute with a text")
                            + " of " + xml.file() + ". Give the path of the one whose value is to be replaced.");
            return Optional.empty();
        }
        VaultSite site = VaultSite.text(file, element, entry.alias());
        if (!attribute.isEmpty()) {
            boolean byName = entry.alias().endsWith("." + attribute);
            if (!byName && !context.version().atLeast(6, 6)) {
                content.mistake(
                        entry.where(),
                        "the alias of an attribute ends in its name up to EI 6.5, and '" + entry.alias()
                                + "' does not. End it in ." + attribute + ".");
                return Optional.empty();
            }
            site = new VaultSite(file, element, attribute, entry.alias(), !byName, true, Optional.empty());
            site = byName ? site.foundBy(element + "[@" + attribute + "]") : site;
        }
        return fixed(entry, site) ? Optional.of(site) : Optional.empty();
    }

    /** Up to 6.5 the readers of these files ask for fixed names. */
    private boolean fixed(Vault.Entry entry, VaultSite site) {
        Optional<VaultSite> same =
                known.stream().filter(other -> place(other).equals(place(site))).findFirst();
        Optional<String> name = same.map(VaultSite::alias)
                .filter(alias -> !site.takesAnyName(context.version())
                        && !context.version().atLeast(6, 6))
                .filter(alias -> !alias.equals(site.alias()));
        name.ifPresent(alias -> content.mistake(
                entry.where(),
                "'" + site.alias() + "' is never asked for: EI " + context.version() + " knows this value as " + alias
                        + ". Use that name, or remove the entry, since the value is encrypted anyway."));
        return name.isEmpty();
    }

    private String place(VaultSite site) {
        String path = files.xml(site.file()).elements().path(site.path()).orElseThrow();
        return site.file() + "#" + path + "@" + site.attribute();
    }
}

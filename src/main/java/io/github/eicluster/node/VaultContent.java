package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a node's vault is to hold, collected before anything is replaced. */
final class VaultContent {

    private final NodeFiles files;
    private final EiVersion version;
    private final VaultStore store;
    private final SortedMap<String, Secret> secrets = new TreeMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<VaultSite, Secret> sites = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Problem> mistakes = new ArrayList<>();

    VaultContent(NodeFiles files, EiVersion version, VaultStore store) {
        this.files = files;
        this.version = version;
        this.store = store;
    }

    /** The values by alias. */
    SortedMap<String, Secret> secrets() {
        return Collections.unmodifiableSortedMap(secrets);
    }

    /** The places to be replaced, with their values, in order. */
    Map<VaultSite, Secret> sites() {
        return Collections.unmodifiableMap(sites);
    }

    /** Shipped aliases whose place the node does not have: the vendor's tool would stop at them. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    List<Problem> mistakes() {
        return List.copyOf(mistakes);
    }

    void mistake(String where, String message) {
        mistakes.add(Problem.error(where, message));
    }

    /** Takes the password of a place, if it has one in clear text; one with an alias keeps it. */
    void add(VaultSite site) {
        Optional<String> alias = site.alias(files);
        if (alias.isPresent()) {
            keep(site, alias.get());
            return;
        }
        site.clear(files).ifPresent(value -> add(site, VaultSite.secret(value)));
    }

    /** Takes a value for a place; where any name serves, one that another value has gets a number. */
    void add(VaultSite site, Secret value) {
        VaultSite named = site;
        for (int n = 2; clashes(named, value) && site.takesAnyName(version); n++) {
            named = site.named(site.alias() + "-" + n);
        }
        if (clashes(named, value) && !site.active()) {
            return; // no server reads it; it is reported with everything that stays in clear text
        }
        if (add(named.alias(), value, named.where(files))) {
            sites.put(named, value);
        }
    }

    private boolean clashes(VaultSite site, Secret value) {
        Secret other = secrets.get(site.alias());
        return other != null && !other.equals(value);
    }

    /** Takes a value. @return whether it can be taken */
    boolean add(String alias, Secret value, String where) {
        Secret other = secrets.get(alias);
        if (other != null && !other.equals(value)) {
            mistake(
                    where,
                    "has another password than " + places.get(alias) + ", but the server knows both by the one name "
                            + alias + " in the secure vault. Give them the same password.");
            return false;
        }
        if (value.reveal().getBytes(StandardCharsets.UTF_8).length > store.key().limit()) {
            mistake(
                    where,
                    "has a password that is longer than " + store.key().limit()
                            + " bytes, the most that the key in " + store.path()
                            + " encrypts. Use a shorter one, or a larger internal key.");
            return false;
        }
        secrets.put(alias, value);
        places.putIfAbsent(alias, where);
        return true;
    }

    /** Deals with what the file of the values has beside; the server decrypts every line of it when it starts. */
    void takeOver() {
        PropertiesEditor texts = files.properties(Layout.CIPHER_TEXT);
        for (String alias : texts.keys()) {
            String text = texts.get(alias).orElse("").strip();
            String where = files.label(Layout.CIPHER_TEXT) + ":" + texts.line(alias);
            if (secrets.containsKey(alias) || text.isEmpty()) {
                continue;
            }
            if (text.startsWith("[") && VaultAliases.SHIPPED.contains(alias)) {
                dropped.add(alias);
            } else if (text.startsWith("[") && text.endsWith("]")) {
                add(alias, VaultSite.secret(text.substring(1, text.length() - 1)), where);
            } else {
                store.key()
                        .decrypt(text)
                        .ifPresentOrElse(value -> add(alias, value, where), () -> mistake(where, foreign(alias)));
            }
        }
    }

    private void keep(VaultSite site, String alias) {
        Optional<String> text = files.properties(Layout.CIPHER_TEXT).get(alias);
        if (text.isEmpty() && !secrets.containsKey(alias)) {
            mistake(
                    site.where(files),
                    "names '" + alias + "' of the secure vault, which " + Layout.CIPHER_TEXT
                            + " does not have. Write the password there, or add the alias to cluster/vault/secrets.");
        }
    }

    private String foreign(String alias) {
        return "'" + alias + "' is encrypted with another key than that of " + store.path()
                + ", and its value is not known here. Give it in cluster/vault/secrets, or remove the line with an"
                + " edit.";
    }
}

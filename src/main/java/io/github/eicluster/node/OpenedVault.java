package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.model.VaultPadding;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreLocation;
import io.github.eicluster.product.VaultAliases;
import io.github.eicluster.product.VaultFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The secure vault that a base, or an overlay, brings along; its values are put back where their aliases stand. */
final class OpenedVault {

    private static final String PUBLISHED = "wso2carbon";

    private final NodeFiles files;
    private final Map<String, Secret> values = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    OpenedVault(NodeFiles files) {
        this.files = files;
    }

    /** Whether the server decrypts. */
    boolean isOn() {
        return setting("secVault.enabled").filter("false"::equals).isEmpty()
                && setting("secretRepositories")
                        .or(() -> setting("carbon.secretProvider"))
                        .isPresent();
    }

    /** How many values were decrypted. */
    int opened() {
        return values.size();
    }

    /** Aliases whose values are not known. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** Decrypts what can be decrypted and writes it into the files; without a vault it does nothing. */
    void open(VaultKeys keys) {
        if (!isOn()) {
            return;
        }
        Optional<VaultKey> key = key(keys);
        PropertiesEditor texts = files.properties(Layout.CIPHER_TEXT);
        for (String alias : texts.keys()) {
            String text = texts.get(alias).orElse("").strip();
            Optional<Secret> value = text.startsWith("[") && text.endsWith("]")
                    ? Optional.of(VaultSite.secret(text.substring(1, text.length() - 1)))
                    : key.flatMap(k -> k.decrypt(text)).map(secret -> VaultSite.secret(secret.reveal()));
            value.ifPresentOrElse(secret -> values.put(alias, secret), () -> unknown.add(alias));
        }
        files.paths().stream()
                .filter(path -> path.startsWith("conf/") && path.endsWith(".xml"))
                .filter(path ->
                        files.read(path).filter(OpenedVault::mentionsVault).isPresent())
                .forEach(path -> restore(path, files.xml(path)));
        values.keySet().forEach(alias -> forget(texts, alias));
        if (unknown.isEmpty()) {
            PropertiesEditor conf = files.properties(VaultFiles.SECRET_CONF);
            conf.keys().stream().filter(VaultFiles::switchesOn).forEach(conf::remove);
        }
    }

    private Optional<VaultKey> key(VaultKeys keys) {
        Optional<String> path = setting("keystore.identity.location").flatMap(StoreLocation::below);
        Optional<byte[]> store = path.flatMap(files::read);
        Optional<VaultKey> key = store.flatMap(content ->
                keys.find(content, setting("keystore.identity.alias").orElse(""), passwords(path.orElseThrow())));
        return VaultPadding.of(setting(VaultFiles.ALGORITHM))
                .flatMap(padding -> key.map(found -> found.padded(padding)));
    }

    /** What the files themselves tell of the key store's password. */
    private List<Secret> passwords(String path) {
        List<Secret> passwords = new ArrayList<>();
        new StoreReader(files)
                .references().stream()
                        .filter(reference ->
                                reference.path().filter(path::equals).isPresent())
                        .forEach(reference -> reference.password().ifPresent(passwords::add));
        for (String file : VaultFiles.PASSWORD_FILES) {
            files.read(file)
                    .flatMap(content ->
                            new String(content, StandardCharsets.UTF_8).lines().findFirst())
                    .ifPresent(line -> passwords.add(new Secret(line, Secret.Source.BASE)));
        }
        passwords.add(new Secret(PUBLISHED, Secret.Source.DEFAULT));
        return passwords;
    }

    private void restore(String file, XmlEditor xml) {
        for (String path : xml.elements().find((name, attributes) -> attributes.containsKey(VaultAliases.ATTRIBUTE))) {
            String alias =
                    xml.attribute(path, VaultAliases.ATTRIBUTE).orElseThrow().strip();
            Secret value = values.get(alias);
            if (value == null) {
                unknown.add(alias);
                continue;
            }
            Optional<String> attribute = xml.elements().attributes(path).keySet().stream()
                    .filter(name -> alias.endsWith("." + name))
                    .findFirst();
            String clear = files.reveal(file, value);
            if (attribute.isPresent()) {
                xml.setAttribute(path, attribute.get(), clear);
            } else {
                xml.setText(path, clear);
            }
            xml.removeAttribute(path, VaultAliases.ATTRIBUTE);
        }
        references(file, xml);
    }

    private void references(String file, XmlEditor xml) {
        List<String> holders = xml.elements()
                .find((name, attributes) ->
                        attributes.values().stream().anyMatch(value -> value.startsWith(VaultAliases.REFERENCE)));
        for (String path : holders) {
            xml.elements().attributes(path).forEach((name, text) -> {
                if (text.startsWith(VaultAliases.REFERENCE) && text.endsWith("}")) {
                    String alias = text.substring(VaultAliases.REFERENCE.length(), text.length() - 1);
                    Secret value = values.get(alias);
                    if (value == null) {
                        unknown.add(alias);
                    } else {
                        xml.setAttribute(path, name, files.reveal(file, value));
                    }
                }
            });
        }
    }

    /** As shipped, a value stands in brackets; in a vault that stays on the server would take that for a cipher text. */
    private void forget(PropertiesEditor texts, String alias) {
        String clear = values.get(alias).reveal();
        if (unknown.isEmpty() && VaultAliases.SHIPPED.contains(alias) && !clear.contains("]")) {
            texts.set(alias, "[" + files.reveal(Layout.CIPHER_TEXT, values.get(alias)) + "]");
            return;
        }
        texts.remove(alias);
        files.properties(Layout.CIPHER_TOOL).remove(alias);
    }

    private Optional<String> setting(String key) {
        return files.exists(VaultFiles.SECRET_CONF)
                ? files.properties(VaultFiles.SECRET_CONF).get(key).map(String::strip)
                : Optional.empty();
    }

    private static boolean mentionsVault(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(VaultAliases.ATTRIBUTE) || text.contains(VaultAliases.REFERENCE);
    }
}

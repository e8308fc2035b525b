package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.model.VaultPadding;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import io.github.eicluster.product.VaultFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves that a produced node can decrypt its vault, and that the values are those that are configured. */
public final class VaultCheck {

    private final VaultKeys keys;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A check of one node.
     *
     * @param keys opens key stores
     * @param name what messages call the archive or folder
     */
    public VaultCheck(VaultKeys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    /**
     * Decrypts every line of a vault; no value is ever part of a message.
     *
     * @param home the produced node
     * @param vault what it is to hold
     * @return everything that is wrong, places first
     */
    public List<Problem> check(Home home, NodeVault vault) {
        Optional<VaultKey> key = key(home, vault);
        PropertiesEditor texts = properties(home, Layout.CIPHER_TEXT);
        key.ifPresent(opened -> {
            vault.secrets().forEach((alias, value) -> compare(texts, opened, alias, value));
            texts.keys().stream()
                    .filter(alias -> !vault.secrets().containsKey(alias))
                    .filter(alias ->
                            texts.get(alias).filter(text -> !text.isBlank()).isPresent())
                    .filter(alias ->
                            opened.decrypt(texts.get(alias).orElse("").strip()).isEmpty())
                    .forEach(alias -> report(texts, alias, "does not decrypt with the key of " + vault.keystore()));
        });
        home.files().stream()
                .filter(path -> path.startsWith("conf/") && path.endsWith(".xml"))
                .forEach(path -> aliases(home, path, texts));
        return List.copyOf(problems);
    }

    private Optional<VaultKey> key(Home home, NodeVault vault) {
        PropertiesEditor conf = properties(home, VaultFiles.SECRET_CONF);
        String location = conf.get("keystore.identity.location").orElse("nothing");
        if (!location.equals(vault.keystore())) {
            problems.add(Problem.error(
                    name + ": " + VaultFiles.SECRET_CONF,
                    "names " + location + " as the key store that decrypts, and it is to be " + vault.keystore()
                            + "."));
            return Optional.empty();
        }
        Optional<String> algorithm = conf.get(VaultFiles.ALGORITHM);
        if (!VaultPadding.of(algorithm).equals(Optional.of(vault.padding()))) {
            problems.add(Problem.error(
                    name + ": " + VaultFiles.SECRET_CONF,
                    "says " + algorithm.orElse("nothing") + " in " + VaultFiles.ALGORITHM
                            + ", and the values are encrypted by "
                            + vault.padding().transformation() + "."));
            return Optional.empty();
        }
        String place = name + ": " + vault.keystore();
        Optional<byte[]> store = home.read(vault.keystore());
        if (store.isEmpty()) {
            problems.add(Problem.error(place, "is missing, and nothing can be decrypted without it."));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    keys.open(store.get(), vault.alias(), vault.password()).padded(vault.padding()));
        } catch (ClusterException e) {
            problems.add(Problem.error(place, e.getMessage() + ", and nothing can be decrypted without it."));
            return Optional.empty();
        }
    }

    private void compare(PropertiesEditor texts, VaultKey key, String alias, Secret value) {
        Optional<String> text = texts.get(alias);
        if (text.isEmpty()) {
            report(texts, alias, "is missing");
            return;
        }
        Optional<Secret> decrypted = key.decrypt(text.get().strip());
        if (decrypted.isEmpty()) {
            report(texts, alias, "does not decrypt with the key of the node");
        } else if (!decrypted.get().equals(value)) {
            report(texts, alias, "decrypts to another value than the configured one");
        }
    }

    private void aliases(Home home, String path, PropertiesEditor texts) {
        byte[] content = home.read(path).orElse(new byte[0]);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains(VaultAliases.ATTRIBUTE) && !text.contains(VaultAliases.REFERENCE)) {
            return;
        }
        XmlEditor xml = XmlEditor.open(name + ": " + path, content);
        for (String element : xml.elements().find((name, attributes) -> true)) {
            xml.elements()
                    .attributes(element)
                    .forEach((key, value) -> alias(key, value)
                            .filter(alias -> texts.get(alias).isEmpty())
                            .ifPresent(alias -> problems.add(Problem.error(
                                    xml.file() + " line " + xml.line(element),
                                    "names '" + alias + "', which " + Layout.CIPHER_TEXT + " does not have."))));
        }
    }

    private static Optional<String> alias(String attribute, String value) {
        if (attribute.equals(VaultAliases.ATTRIBUTE)) {
            return Optional.of(value.strip());
        }
        return value.startsWith(VaultAliases.REFERENCE) && value.endsWith("}")
                ? Optional.of(value.substring(VaultAliases.REFERENCE.length(), value.length() - 1))
                : Optional.empty();
    }

    private void report(PropertiesEditor texts, String alias, String what) {
        int line = texts.line(alias);
        String place = name + ": " + Layout.CIPHER_TEXT + (line == 0 ? "" : " line " + line);
        problems.add(Problem.error(place, "'" + alias + "' " + what + "."));
    }

    private static PropertiesEditor properties(Home home, String path) {
        return PropertiesEditor.open(path, home.read(path).orElse(new byte[0]));
    }
}

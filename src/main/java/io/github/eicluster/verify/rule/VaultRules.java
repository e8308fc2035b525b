package io.github.eicluster.verify.rule;

import io.github.eicluster.model.VaultPadding;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.StoreLocation;
import io.github.eicluster.product.VaultFiles;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.OpenStore;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.PropertiesFile;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StoreUse;
import io.github.eicluster.verify.home.Vault;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Cipher;

/** Whether the secure vault is configured and holds what is asked for: EIC411 to EIC413, EIC417, EIC419, EIC421, EIC422. */
final class VaultRules {

    private VaultRules() {}

    static List<Rule> all() {
        return List.of(half(), missing(), undecryptable(), elsewhere(), unattended(), bracket(), aliases());
    }

    private static Rule half() {
        return Rule.error("EIC411", "The secure vault is configured by half")
                .reason("Values are replaced by aliases, but secret-conf.properties, as shipped all comments, does not"
                        + " switch the vault on: the server takes the literal word password.")
                .evidence("SecretManager of securevault.")
                .example(
                        "svns:secretAlias=\"...\" and secret-conf.properties with comments only",
                        "secretRepositories=file and keystore.identity.* in secret-conf.properties")
                .fix("Run the cipher tool to its end, or write the values back.")
                .eachNode((node, cluster, findings) -> {
                    if (Vault.of(node).on()) {
                        return;
                    }
                    List<Vault.Alias> aliases = Vault.of(node).aliases();
                    if (!aliases.isEmpty()) {
                        Vault.Alias first = aliases.get(0);
                        findings.report(
                                first.element().place(),
                                aliases.size() + " value" + (aliases.size() == 1 ? " is" : "s are")
                                        + " replaced by an alias (" + first.name()
                                        + (aliases.size() == 1 ? "" : ", ...")
                                        + "), but " + VaultFiles.SECRET_CONF + " does not switch the vault on",
                                "Configure " + VaultFiles.SECRET_CONF + ", or write the values back.");
                    }
                });
    }

    private static Rule missing() {
        return Rule.error("EIC412", "The vault has no encrypted text for an alias")
                .reason("The alias itself, or the bracketed clear text, is then taken for the password.")
                .evidence("FileBaseSecretRepository of securevault.")
                .example("Carbon.Security.KeyStore.Password=[secret]", "Carbon.Security.KeyStore.Password=Base64 text")
                .fix("Encrypt the value with the cipher tool.")
                .eachNode((node, cluster, findings) -> {
                    Vault vault = Vault.of(node);
                    if (!vault.on()) {
                        return;
                    }
                    Optional<PropertiesFile> texts = vault.texts();
                    for (Vault.Alias alias : vault.aliases()) {
                        Optional<Setting> text = texts.flatMap(file -> file.get(alias.name()));
                        if (text.isEmpty()) {
                            findings.report(
                                    alias.element().place(),
                                    "there is no text for the alias " + alias.name() + " in " + Layout.CIPHER_TEXT,
                                    "Encrypt the value, and add it.");
                        } else if (decoded(text.get()).isEmpty()) {
                            findings.report(
                                    text.get(),
                                    text.get().trimmed().startsWith("[")
                                            ? "the value of " + alias.name() + " is not encrypted yet"
                                            : "the value of " + alias.name() + " is no Base64 text",
                                    "Encrypt it with the cipher tool.");
                        }
                    }
                });
    }

    private static Optional<byte[]> decoded(Setting text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.trimmed());
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Rule undecryptable() {
        return Rule.error("EIC413", "An encrypted text does not fit the key of the vault")
                .reason(
                        "The key store was replaced after the values were encrypted, or they come from another node. The"
                                + " server cannot decrypt them and stops. Where the password of the key store is in the vault"
                                + " itself, only the length of the texts is compared; decrypt-check tries each of them.")
                .evidence("Cipher.getInstance(\"RSA\") of securevault: as many bytes as the modulus.")
                .example("a text of 256 bytes and a key of 3072 bits", "the value, encrypted anew with that key")
                .fix("Encrypt all values anew with keystore.identity.*.")
                .eachNode((node, cluster, findings) -> {
                    Vault vault = Vault.of(node);
                    Optional<Setting> location = vault.conf("keystore.identity.location");
                    Optional<String> alias =
                            vault.conf("keystore.identity.alias").map(Setting::trimmed);
                    Optional<String> path = location.flatMap(found -> StoreLocation.below(found.value()));
                    if (!vault.on() || path.isEmpty() || alias.isEmpty()) {
                        return;
                    }
                    Optional<X509Certificate> certificate = certificate(node, path.get(), alias.get());
                    if (certificate.isEmpty()) {
                        findings.unchecked(
                                location.get().place(), "the key of the vault is not known without its password");
                        return;
                    }
                    texts(node).forEach(text -> fits(node, path.get(), alias.get(), certificate.get(), text, findings));
                });
    }

    /** Every line: the server decrypts all of them when it starts. */
    private static List<Setting> texts(NodeHome node) {
        return node.properties(Layout.CIPHER_TEXT).stream()
                .flatMap(file -> file.entries().stream())
                .filter(entry -> !entry.value().isBlank() && decoded(entry).isPresent())
                .toList();
    }

    private static Optional<X509Certificate> certificate(NodeHome node, String path, String alias) {
        return OpenStore.certificatesOnly(node, path)
                .or(() -> opened(node, path)
                        .flatMap(use -> OpenStore.open(node, use).store()))
                .flatMap(store -> store.certificate(alias));
    }

    /** A place that names the same store with a password that is not in the vault. */
    private static Optional<StoreUse> opened(NodeHome node, String path) {
        return StoreUse.of(node).stream()
                .filter(use -> use.path().filter(path::equals).isPresent())
                .filter(use -> use.field(StoreField.PASSWORD)
                        .filter(found -> !found.hidden())
                        .isPresent())
                .findFirst();
    }

    private static void fits(
            NodeHome node, String path, String alias, X509Certificate certificate, Setting text, Findings findings) {
        byte[] bytes = decoded(text).orElseThrow();
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            int modulus = (rsa.getModulus().bitLength() + 7) / 8;
            if (bytes.length != modulus) {
                findings.report(
                        text,
                        "the text of " + text.place().path() + " has " + bytes.length + " bytes, but the key " + alias
                                + " makes texts of " + modulus,
                        "Encrypt the value anew.");
                return;
            }
        }
        Optional<PrivateKey> key = opened(node, path)
                .flatMap(use -> OpenStore.open(node, use)
                        .store()
                        .flatMap(store -> store.key(
                                alias,
                                use.field(StoreField.KEY_PASSWORD)
                                        .or(() -> use.field(StoreField.PASSWORD))
                                        .filter(found -> !found.hidden())
                                        .map(Setting::trimmed)
                                        .orElse(""))));
        Optional<VaultPadding> padding =
                VaultPadding.of(Vault.of(node).conf(VaultFiles.ALGORITHM).map(Setting::value));
        if (key.isPresent() && padding.isPresent() && !decrypts(padding.get(), key.get(), bytes)) {
            findings.report(
                    text,
                    "the text of " + text.place().path() + " was encrypted with another key than " + alias + " in "
                            + path,
                    "Encrypt the value anew.");
        }
    }

    private static boolean decrypts(VaultPadding padding, PrivateKey key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(padding.transformation());
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(bytes) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Rule elsewhere() {
        return Rule.error("EIC417", "The vault uses a key store outside of this home")
                .reason("The cipher tool writes the absolute path of the machine where it ran. On the node there is no"
                        + " such file.")
                .evidence("cipher-tool 1.1.1 and 1.0.0-wso2v8.")
                .example(
                        "keystore.identity.location=/home/build/wso2ei-6.6.0/repository/resources/security/wso2carbon.jks",
                        "keystore.identity.location=repository/resources/security/wso2carbon.jks")
                .fix("Write the path relative to the home.")
                .eachNode((node, cluster, findings) -> Vault.of(node)
                        .conf("keystore.identity.location")
                        .filter(location -> Vault.of(node).on()
                                && StoreLocation.below(location.value()).isEmpty()
                                && !location.trimmed().startsWith(node.origin() + "/"))
                        .ifPresent(location -> findings.report(
                                location,
                                "the path leads out of the home: " + location.trimmed(),
                                "Write repository/resources/security/... relative to the home.")));
    }

    private static Rule unattended() {
        return Rule.info("EIC419", "The vault is on, and no password file is there")
                .reason("The server asks for the password on its console; started without one it does not come up.")
                .evidence("DefaultSecretCallbackHandler of the kernel.")
                .example(
                        "integrator.sh start by systemd, no file password-tmp",
                        "a unit that writes password-tmp before each start")
                .fix("Let the start write password-tmp, mode 0600; the server deletes it.")
                .eachNode((node, cluster, findings) -> {
                    boolean file = node.files().stream()
                            .anyMatch(path -> path.matches("password(?:-tmp|-persist)?(?:\\.txt)?"));
                    if (Vault.of(node).on() && !file) {
                        findings.report(
                                Place.of(node.name(), VaultFiles.SECRET_CONF),
                                "the server asks for the password of the vault at every start",
                                "Write password-tmp before an unattended start.");
                    }
                });
    }

    private static Rule bracket() {
        return Rule.info("EIC421", "The cipher tool would cut a password off")
                .reason("It takes what stands between the first [ and the first ].")
                .evidence("CipherTool of cipher-tool.")
                .example("alias=[pass]word]", "the value, encrypted by another tool")
                .fix("Encrypt the value without the tool, or choose another password.")
                .eachNode((node, cluster, findings) -> Vault.of(node).texts().stream()
                        .flatMap(file -> file.entries().stream())
                        .filter(entry -> entry.trimmed().startsWith("[")
                                && entry.trimmed().indexOf(']')
                                        < entry.trimmed().length() - 1)
                        .forEach(entry -> findings.report(
                                entry,
                                "the value of " + entry.place().path() + " holds a ]",
                                "Encrypt it by another tool.")));
    }

    private static Rule aliases() {
        return Rule.warning("EIC422", "Nodes have different values in the vault")
                .reason("A value that is in clear text on one node and in the vault on another was forgotten on one of"
                        + " them. The encrypted texts may differ, the aliases not.")
                .evidence("FileBaseSecretRepository of securevault: a text per alias.")
                .example("an alias for the database password on node1 only", "the same aliases on all nodes")
                .fix("Use the same aliases on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Set<String>> aliases = findings.collect(
                            cluster.nodes(),
                            node -> new TreeSet<>(Vault.of(node).aliases().stream()
                                    .map(Vault.Alias::name)
                                    .toList()));
                    Differences.odd(aliases, (node, usual) -> {
                        Set<String> odd = new TreeSet<>(usual);
                        odd.removeAll(aliases.get(node));
                        Set<String> more = new TreeSet<>(aliases.get(node));
                        more.removeAll(usual);
                        odd.addAll(more);
                        findings.report(
                                Place.of(node.name(), ""),
                                "other aliases than on " + Differences.nodes(aliases, usual) + ": "
                                        + String.join(", ", odd),
                                "Use the same aliases on all nodes.");
                    });
                });
    }
}

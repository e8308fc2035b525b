package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.VendorCertificates;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.OpenStore;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StoreUse;
import io.github.eicluster.verify.home.UsedKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Private keys of the nodes: EIC401 to EIC405 and EIC409. */
final class KeyRules {

    private KeyRules() {}

    static List<Rule> all() {
        return List.of(vendor(), expired(), opens(), halfSwapped(), internal(), names());
    }

    private static Rule vendor() {
        return Rule.warning("EIC401", "A key is the one that WSO2 ships")
                .reason(
                        "Its private half is in every download of EI. Anybody can decrypt the vault, and TLS proves nothing.")
                .evidence("SHA-256 fingerprints of wso2carbon.jks of the kernel tags; server-semantics 1.7.")
                .example(
                        "repository/resources/security/wso2carbon.jks as shipped", "a key store with a key of your own")
                .fix("Replace the key store in every place that names it; the goal certs does.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> {
                    Set<String> seen = new HashSet<>();
                    for (UsedKey key : UsedKey.of(node)) {
                        String fingerprint = OpenStore.fingerprint(key.certificate());
                        Optional<String> version = VendorCertificates.version(fingerprint);
                        boolean declared = cluster.declared()
                                .map(found -> found.certificates().defaultKeys().contains(fingerprint))
                                .orElse(false);
                        if ((version.isPresent() || declared)
                                && seen.add(key.use().place().file() + key.alias())) {
                            findings.report(
                                    key.use().location(),
                                    "the key " + key.alias() + " is "
                                            + version.map(found -> "that of EI " + found)
                                                    .orElse("declared as public")
                                            + ", which everybody has",
                                    "Replace it by a key of your own.");
                        }
                    }
                });
    }

    private static Rule expired() {
        return Rule.error("EIC402", "A certificate has expired, or expires within 30 days")
                .reason("Clients, the other nodes and the load balancer refuse the connection. The keys that EI 6.1 and"
                        + " 6.6 ship have expired; those of 6.2 to 6.5 end on 2027-07-17.")
                .evidence("keytool -list -v of the shipped stores; server-semantics 1.7.")
                .example("valid until 2022-01-25", "a certificate that is valid for another year")
                .fix("Issue the certificate anew, on the same key pair where it encrypts shared data.")
                .eachNode((node, cluster, findings) -> {
                    Set<String> seen = new HashSet<>();
                    for (UsedKey key : UsedKey.of(node)) {
                        Optional<String> end = Certificates.end(key.certificate(), cluster.now());
                        if (end.isPresent()
                                && seen.add(key.use().place().file()
                                        + key.alias()
                                        + key.use().tls())) {
                            // Nothing verifies the certificate of a key that only encrypts.
                            findings.report(
                                    key.use().tls() ? Severity.ERROR : Severity.WARNING,
                                    key.use().location(),
                                    "the certificate of " + key.alias() + " " + end.get(),
                                    "Issue it anew.");
                        }
                    }
                });
    }

    private static Rule opens() {
        return Rule.error("EIC403", "A key store does not open, or the key is not in it")
                .reason("The server stops with \"Keystore was tampered with, or password was incorrect\", or a listener"
                        + " does not start.")
                .evidence("Kernel KeyStoreManager, synapse ServerConnFactoryBuilder, Tomcat.")
                .example("<Password>wso2carbon</Password> after the store got another one", "the password of the store")
                .fix("Correct location, type, passwords and alias, all in the same place.")
                .eachNode((node, cluster, findings) -> {
                    for (StoreUse use : StoreUse.of(node)) {
                        findings.each(List.of(node), home -> opens(home, use, findings));
                    }
                });
    }

    private static void opens(NodeHome node, StoreUse use, Findings findings) {
        Optional<String> path = use.path();
        if (path.isPresent() && !node.has(path.get())) {
            findings.report(
                    use.location(),
                    "the store " + path.get() + " is missing",
                    "Correct the location, or restore the store.");
            return;
        }
        if (use.field(StoreField.PASSWORD).isEmpty() && use.kind().file().equals(Layout.CIPHER_STANDALONE)) {
            return;
        }
        OpenStore.Outcome outcome = OpenStore.open(node, use);
        if (outcome.store().isEmpty()) {
            Setting at = outcome.failure().contains("password")
                    ? use.field(StoreField.PASSWORD).orElse(use.location())
                    : use.location();
            findings.report(
                    at, "the store " + path.orElse("") + " " + outcome.failure(), "Write what belongs to this store.");
        } else if (!use.trust()) {
            key(use, outcome.store().get(), findings);
        }
    }

    private static void key(StoreUse use, OpenStore store, Findings findings) {
        Optional<Setting> named = use.field(StoreField.ALIAS);
        Optional<String> alias =
                named.map(Setting::known).or(() -> store.keys().stream().findFirst());
        if (alias.isEmpty() || !store.isKey(alias.get())) {
            findings.report(
                    named.orElse(use.location()),
                    alias.isEmpty()
                            ? "the store holds no private key"
                            : "the store holds no private key '" + alias.get() + "'",
                    store.keys().isEmpty()
                            ? "Use a store with a key."
                            : "Write " + store.keys().get(0) + ".");
            return;
        }
        // Where no password of the key is asked for, that of the store counts.
        Setting password = use.field(StoreField.KEY_PASSWORD)
                .or(() -> use.field(StoreField.PASSWORD))
                .orElseThrow();
        if (!store.opens(alias.get(), password.known())) {
            findings.report(
                    password, "the password of the key " + alias.get() + " is wrong", "Write the password of the key.");
        }
    }

    private static Rule halfSwapped() {
        return Rule.error("EIC404", "A key store was replaced in some places only")
                .reason("EI names its key store in up to eight places. Where the shipped one is left while others were"
                        + " changed, the public key of the vendor stays in use.")
                .evidence("The table of places; server-semantics 1.7.")
                .example(
                        "catalina-server.xml names ei.jks, axis2.xml still wso2carbon.jks",
                        "the new store in all places")
                .fix("Name the new store in all places.")
                .eachNode((node, cluster, findings) -> {
                    List<UsedKey> keys = UsedKey.of(node);
                    List<UsedKey> shipped = keys.stream()
                            .filter(key -> VendorCertificates.version(OpenStore.fingerprint(key.certificate()))
                                            .isPresent()
                                    || key.use().location().value().endsWith("/wso2carbon.jks"))
                            .toList();
                    if (shipped.size() < keys.size()) {
                        shipped.stream()
                                .filter(key -> !key.use().kind().file().equals(Layout.CIPHER_STANDALONE))
                                .forEach(key -> findings.report(
                                        key.use().location(),
                                        "this place still names "
                                                + key.use().location().trimmed() + ", others do not",
                                        "Name the store that the other places name."));
                    }
                });
    }

    private static Rule internal() {
        return Rule.error("EIC405", "Nodes that share databases have different internal keys")
                .reason(
                        "What one node encrypts in the registry or the user store, such as passwords of secondary stores,"
                                + " no other node can decrypt. From 6.4 on that is the key of InternalKeyStore, before that of"
                                + " KeyStore.")
                .evidence("CryptoService of carbon-kernel 4.4.36; server-semantics 1.3.")
                .example("each node generated a store of its own", "one InternalKeyStore, copied to all nodes")
                .fix("Use the same internal key store on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, String> keys = findings.collect(
                            cluster.nodes(),
                            node -> OpenStore.keyFingerprint(internalKey(node).certificate()));
                    Differences.odd(
                            keys,
                            (node, usual) -> findings.report(
                                    internalKey(node).use().location(),
                                    "the internal key is another one than on " + Differences.nodes(keys, usual),
                                    "Copy the internal key store of " + Differences.nodes(keys, usual) + "."));
                });
    }

    private static UsedKey internalKey(NodeHome node) {
        StoreUse use = StoreUse.of(node).stream()
                .filter(found ->
                        !found.trust() && !found.tls() && found.kind().file().equals(Layout.CARBON))
                .findFirst()
                .orElseThrow(() -> new CannotCheck(
                        io.github.eicluster.verify.home.Place.of(node.name(), Layout.CARBON),
                        "no internal key store is named"));
        return UsedKey.of(node, use)
                .orElseThrow(() -> new CannotCheck(use.place(), "the internal key store does not open"));
    }

    private static Rule names() {
        return Rule.warning("EIC409", "A TLS certificate is weak, or not for the names of the node")
                .reason(
                        "Clients that check names refuse it. RSA below 2048 bits and SHA-1 are refused by current ones.")
                .evidence("RFC 2818; product-is#2763, product-apim#4791.")
                .example(
                        "CN=localhost without subjectAltName, HostName ei.example.com",
                        "subjectAltName: ei.example.com, node addresses")
                .fix("Issue a certificate with HostName and MgtHostName in it.")
                .eachNode((node, cluster, findings) -> {
                    Set<String> seen = new HashSet<>();
                    for (UsedKey key : UsedKey.of(node)) {
                        if (key.use().tls() && seen.add(key.use().place().file() + key.alias())) {
                            List<String> faults = faults(node, key);
                            if (!faults.isEmpty()) {
                                findings.report(
                                        key.use().location(),
                                        "the certificate of " + key.alias() + " " + String.join(", ", faults),
                                        "Issue it with the names of the node.");
                            }
                        }
                    }
                });
    }

    private static List<String> faults(NodeHome node, UsedKey key) {
        List<String> faults = new ArrayList<>(Certificates.weaknesses(key.certificate()));
        List<String> wanted =
                node
                        .xml(Layout.CARBON)
                        .value("HostName")
                        .filter(found -> !found.hidden())
                        .map(Setting::trimmed)
                        .stream()
                        .toList();
        if (Certificates.alternatives(key.certificate()).isEmpty()) {
            faults.add("has no subjectAltName");
        } else {
            wanted.stream()
                    .filter(name -> !Certificates.covers(key.certificate(), name))
                    .forEach(name -> faults.add("is not for " + name));
        }
        return faults;
    }
}

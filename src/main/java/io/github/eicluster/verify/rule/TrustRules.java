package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.balancer.Front;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.OpenStore;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.PropertiesFile;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StoreUse;
import io.github.eicluster.verify.home.UsedKey;
import io.github.eicluster.verify.home.Users;
import io.github.eicluster.verify.home.XmlNode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trust stores, and passwords that everybody knows: EIC406 to EIC408 and EIC410. */
final class TrustRules {

    private TrustRules() {}

    static List<Rule> all() {
        return List.of(own(), balancer(), same(), passwords());
    }

    private static OpenStore trust(NodeHome node) {
        StoreUse use = StoreUse.of(node).stream()
                .filter(found -> found.trust() && found.kind().file().equals(Layout.CARBON))
                .findFirst()
                .orElseThrow(() -> new CannotCheck(Place.of(node.name(), Layout.CARBON), "no trust store is named"));
        return OpenStore.open(node, use)
                .store()
                .orElseThrow(() -> new CannotCheck(use.place(), "the trust store does not open"));
    }

    private static Place place(NodeHome node) {
        return node.xml(Layout.CARBON)
                .first("Security", "TrustStore")
                .map(XmlNode::place)
                .orElse(Place.of(node.name(), Layout.CARBON));
    }

    private static boolean trusts(OpenStore store, List<X509Certificate> chain) {
        List<X509Certificate> trusted = store.certificates();
        return chain.stream().anyMatch(trusted::contains)
                || chain.stream().anyMatch(certificate -> trusted.stream().anyMatch(ca -> signed(certificate, ca)));
    }

    private static boolean signed(X509Certificate certificate, X509Certificate ca) {
        if (!certificate.getIssuerX500Principal().equals(ca.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(ca.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Rule own() {
        return Rule.warning("EIC406", "The trust store does not vouch for a TLS certificate of the nodes")
                .reason(
                        "Nodes call each other and themselves over HTTPS: the console, single sign-on, and services that"
                                + " call services. Those calls fail.")
                .evidence("TrustStore of carbon.xml is javax.net.ssl.trustStore of the server.")
                .example(
                        "a new key store, and the shipped client-truststore.jks",
                        "the certificate, or its authority, in client-truststore.jks")
                .fix("Import the authority into the trust store of every node.")
                .eachNode((node, cluster, findings) -> {
                    OpenStore store = trust(node);
                    Set<String> seen = new HashSet<>();
                    for (NodeHome other : cluster.nodes()) {
                        for (UsedKey key : keys(other)) {
                            String fingerprint = OpenStore.fingerprint(key.certificate());
                            if (key.use().tls()
                                    && seen.add(fingerprint)
                                    && !trusts(store, key.store().chain(key.alias()))) {
                                findings.report(
                                        place(node),
                                        "the trust store does not vouch for the certificate " + key.alias() + " of "
                                                + other.name() + " ("
                                                + key.use().place().file() + ")",
                                        "Import that certificate or its authority.");
                            }
                        }
                    }
                });
    }

    private static List<UsedKey> keys(NodeHome node) {
        try {
            return UsedKey.of(node);
        } catch (CannotCheck e) {
            return List.of();
        }
    }

    private static Rule balancer() {
        return Rule.warning("EIC407", "The trust store does not vouch for the load balancer")
                .reason("Nodes that call services through the balancer, as their WSDL tells them, fail. keytool says"
                        + " nothing useful if the alias exists with another certificate.")
                .evidence("The vendor's guide imports server.crt under the alias server.")
                .example(
                        "a certificate that signs itself at the balancer, not in client-truststore.jks",
                        "the certificate in client-truststore.jks of every node")
                .fix("Import the balancer's certificate or its authority into the trust store of every node.")
                .cluster((cluster, findings) -> PoolRules.files(cluster, findings, (view, found) -> {
                    Set<String> seen = new HashSet<>();
                    for (Front front : view.fronts()) {
                        front.server()
                                .first("ssl_certificate")
                                .filter(file -> seen.add(file.word(0)))
                                .flatMap(file -> view.copyOf(file.word(0)))
                                .ifPresent(copy -> balancer(cluster, copy, found));
                    }
                }));
    }

    private static void balancer(ClusterView cluster, Map.Entry<String, byte[]> copy, Findings findings) {
        List<X509Certificate> chain;
        try {
            chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(copy.getValue()))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
        } catch (GeneralSecurityException | ClassCastException e) {
            findings.unchecked(new Place("", copy.getKey(), 0, ""), "the file holds no certificate that can be read");
            return;
        }
        findings.each(cluster.nodes(), node -> {
            if (!trusts(trust(node), chain)) {
                findings.report(
                        place(node),
                        "the trust store does not vouch for " + copy.getKey() + " of the load balancer",
                        "Import that certificate or its authority.");
            }
        });
    }

    private static Rule same() {
        return Rule.warning("EIC408", "Trust stores differ between nodes")
                .reason("A call that works on one node fails on another.")
                .evidence("TrustStore of carbon.xml.")
                .example("a certificate that was imported on node1 only", "the same client-truststore.jks on all nodes")
                .fix("Copy the trust store to all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Set<String>> stores = findings.collect(cluster.nodes(), node -> {
                        Set<String> fingerprints = new TreeSet<>();
                        trust(node).certificates().forEach(found -> fingerprints.add(OpenStore.fingerprint(found)));
                        return fingerprints;
                    });
                    Differences.odd(stores, (node, usual) -> {
                        Set<String> missing = new TreeSet<>(usual);
                        missing.removeAll(stores.get(node));
                        Set<String> more = new TreeSet<>(stores.get(node));
                        more.removeAll(usual);
                        findings.report(
                                place(node),
                                "the trust store has " + more.size() + " certificates that "
                                        + Differences.nodes(stores, usual) + " has not, and lacks " + missing.size()
                                        + " of those there",
                                "Use the same trust store on all nodes.");
                    });
                });
    }

    private static Rule passwords() {
        return Rule.warning("EIC410", "A password is the shipped one")
                .reason(
                        "Whoever has ever seen EI knows it. That of a trust store is only an information: the store holds"
                                + " certificates, which are public.")
                .evidence(
                        "Shipped files: wso2carbon for stores, admin/admin for users, tasks, analytics and the broker.")
                .example("<UserName>admin</UserName><Password>admin</Password>", "a password of your own")
                .fix("Choose a password of your own; that of the administrator counts only before the first start.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> {
                    stores(node, false, Severity.WARNING, findings);
                    // A trust store keeps no secret: its password guards nothing that everybody may not see.
                    stores(node, true, Severity.INFO, findings);
                    Users.of(node)
                            .value("AdminUser", "Password")
                            .ifPresent(found -> known(found, "admin", "of the administrator", findings));
                    node.optionalXml("conf/etc/tasks-config.xml")
                            .flatMap(root -> root.value("remoteServerPassword"))
                            .ifPresent(found -> known(found, "admin", "of the remote task server", findings));
                    node.xml(Layout.CARBON)
                            .value("Analytics", "Password")
                            .ifPresent(found -> known(found, "admin", "of the analytics server", findings));
                    broker(node)
                            .ifPresent(found -> findings.report(
                                    found.place(), "the login of the broker is admin/admin", "Choose another one."));
                });
    }

    private static void known(Setting found, String shipped, String whose, Findings findings) {
        if (!found.hidden() && found.trimmed().equals(shipped)) {
            findings.report(found, "the password " + whose + " is the shipped one", "Choose one of your own.");
        }
    }

    /** One finding per file: whoever changes one of its passwords sees the others. */
    private static void stores(NodeHome node, boolean trust, Severity severity, Findings findings) {
        Map<String, List<Setting>> byFile = new LinkedHashMap<>();
        List<StoreUse> uses =
                StoreUse.of(node).stream().filter(use -> use.trust() == trust).toList();
        for (StoreUse use : uses) {
            Stream.of(StoreField.PASSWORD, StoreField.KEY_PASSWORD)
                    .flatMap(field -> use.field(field).stream())
                    .filter(found -> !found.hidden() && found.trimmed().equals("wso2carbon"))
                    .forEach(found -> byFile.computeIfAbsent(found.place().file(), file -> new ArrayList<>())
                            .add(found));
        }
        byFile.values().forEach(found -> {
            String lines = found.stream()
                    .map(setting -> String.valueOf(setting.place().line()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            String stores = trust ? "trust store" : "key store";
            findings.report(
                    severity,
                    found.get(0),
                    found.size() == 1
                            ? "the password of a " + stores + " is the shipped one"
                            : found.size() + " passwords of " + stores + "s are the shipped one (lines " + lines + ")",
                    "Choose one of your own.");
        });
    }

    private static Optional<Setting> broker(NodeHome node) {
        Optional<PropertiesFile> jndi = node.properties("conf/jndi.properties");
        return jndi.stream()
                .flatMap(file -> file.entries().stream())
                .filter(entry -> entry.value().contains("amqp://admin:admin@"))
                .findFirst();
    }
}

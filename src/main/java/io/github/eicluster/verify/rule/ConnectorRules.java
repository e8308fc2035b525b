package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.Transports;
import io.github.eicluster.verify.home.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Connectors of the console, protocols and ciphers: EIC308 to EIC312. */
final class ConnectorRules {

    private static final Pattern OLD = Pattern.compile("(?:SSLv2Hello|SSLv2|SSLv3|TLSv1|TLSv1\\.1)");
    private static final Pattern WEAK = Pattern.compile(
            "(?i).*(?:_NULL_|_anon_|_EXPORT|_DES_|_3DES_|DES-CBC3|_RC4_|RC4-|_MD5|aNULL|eNULL|EXPORT).*");
    private static final List<String> TOMCAT_7 = List.of(
            "keystoreFile",
            "keystorePass",
            "keyAlias",
            "truststoreFile",
            "truststorePass",
            "sslEnabledProtocols",
            "clientAuth");

    private ConnectorRules() {}

    static List<Rule> all() {
        return List.of(proxyPort(), redirect(), shape(), protocols(), ciphers());
    }

    private static Rule proxyPort() {
        return Rule.error("EIC308", "proxyPort does not lead to the load balancer")
                .reason(
                        "Redirects of the console use it. Without it they lead to port 9443 of the balancer, where nobody"
                                + " listens; a port of the wrong scheme gives an endless loop.")
                .evidence("Tomcat Connector; the offset is not added to proxyPort; product-apim#8624.")
                .example(
                        "<Connector port=\"9443\" scheme=\"https\">",
                        "<Connector port=\"9443\" proxyPort=\"443\" scheme=\"https\">")
                .fix("Write the balancer's port on the connector of the same scheme.")
                .cluster((cluster, findings) -> {
                    Optional<Edge> edge =
                            Edge.of(cluster).filter(found -> found.consolePort().isPresent());
                    findings.each(cluster.nodes(), node -> {
                        for (XmlNode connector : Transports.connectors(node)) {
                            misplaced(connector, findings);
                            edge.ifPresent(found -> port(connector, found, findings));
                        }
                    });
                });
    }

    private static void misplaced(XmlNode connector, Findings findings) {
        Stream.concat(
                        connector.children("SSLHostConfig").stream(),
                        connector.children("SSLHostConfig").stream()
                                .flatMap(host -> host.children("Certificate").stream()))
                .flatMap(element -> element.attribute("proxyPort").stream())
                .forEach(port -> findings.report(
                        Severity.WARNING,
                        port,
                        "Tomcat reads proxyPort on the Connector only",
                        "Move it to the Connector."));
    }

    private static void port(XmlNode connector, Edge edge, Findings findings) {
        boolean secure = Transports.secure(connector);
        OptionalInt expected = secure ? edge.consolePort() : edge.httpPort();
        Optional<Setting> port = connector.attribute("proxyPort");
        if (expected.isEmpty() || (port.isEmpty() && !secure)) {
            return;
        }
        if (port.isEmpty()) {
            findings.report(
                    connector.place(),
                    "the connector for " + (secure ? "HTTPS" : "HTTP")
                            + " has no proxyPort, but the load balancer serves" + " the console on "
                            + expected.getAsInt(),
                    "Add proxyPort=\"" + expected.getAsInt() + "\".");
        } else if (!port.get().trimmed().equals(String.valueOf(expected.getAsInt()))) {
            findings.report(
                    port.get(),
                    "proxyPort is " + port.get().trimmed() + " on the connector for " + (secure ? "HTTPS" : "HTTP")
                            + ", but the load balancer listens on " + expected.getAsInt(),
                    "Write " + expected.getAsInt() + ".");
        }
    }

    private static Rule redirect() {
        return Rule.info("EIC309", "HTTP of the console redirects past the load balancer")
                .reason("redirectPort ships as 9443, so that a redirect from HTTP to HTTPS leaves the balancer.")
                .evidence("Tomcat Connector redirectPort.")
                .example("redirectPort=\"9443\" proxyPort=\"80\"", "redirectPort=\"443\" proxyPort=\"80\"")
                .fix("Write the balancer's HTTPS port.")
                .cluster((cluster, findings) -> Edge.of(cluster)
                        .map(Edge::consolePort)
                        .filter(OptionalInt::isPresent)
                        .ifPresent(port -> findings.each(
                                cluster.nodes(),
                                node -> Transports.connector(node, false)
                                        .filter(connector ->
                                                connector.attribute("proxyPort").isPresent())
                                        .flatMap(connector -> connector.attribute("redirectPort"))
                                        .filter(found -> !found.trimmed().equals(String.valueOf(port.getAsInt())))
                                        .ifPresent(found -> findings.report(
                                                found,
                                                "redirectPort is " + found.trimmed() + ", the balancer's is "
                                                        + port.getAsInt(),
                                                "Write " + port.getAsInt() + ".")))));
    }

    private static Rule shape() {
        return Rule.error("EIC310", "The connectors are those of another version")
                .reason(
                        "EI 6.6 has Tomcat 9, whose key stores are in SSLHostConfig and Certificate; earlier versions have"
                                + " Tomcat 7, which knows attributes of the connector only. A file that was copied between them"
                                + " gives a connector without a key.")
                .evidence("kernel parent/pom.xml: Tomcat 7.0 and 9.0.22.")
                .example(
                        "<Connector keystoreFile=\"...\"> in EI 6.6",
                        "<SSLHostConfig><Certificate certificateKeystoreFile=\"...\"/>")
                .fix("Take the shipped catalina-server.xml of this version, and change it.")
                .eachNode((node, cluster, findings) -> {
                    boolean recent = node.version().atLeast(6, 6);
                    for (XmlNode connector : Transports.connectors(node)) {
                        if (recent) {
                            TOMCAT_7.stream()
                                    .flatMap(name -> connector.attribute(name).stream())
                                    .findFirst()
                                    .ifPresent(found -> findings.report(
                                            found.place(),
                                            "the attribute is one of Tomcat 7, EI " + node.version() + " has Tomcat 9",
                                            "Move it into SSLHostConfig and Certificate."));
                        } else {
                            connector
                                    .first("SSLHostConfig")
                                    .ifPresent(found -> findings.report(
                                            found.place(),
                                            "SSLHostConfig is for Tomcat 9, EI " + node.version() + " has Tomcat 7",
                                            "Write keystoreFile and keystorePass on the Connector."));
                        }
                    }
                });
    }

    private static Rule protocols() {
        return Rule.warning("EIC311", "An outdated TLS version is allowed")
                .reason("SSLv3, TLS 1.0 and TLS 1.1 are broken or withdrawn. The shipped files allow TLS 1.0 and 1.1.")
                .evidence("RFC 8996; the shipped axis2.xml and catalina-server.xml.")
                .example(
                        "<parameter name=\"HttpsProtocols\">TLSv1,TLSv1.1,TLSv1.2</parameter>",
                        "<parameter name=\"HttpsProtocols\">TLSv1.2</parameter>")
                .fix("Allow TLSv1.2, and TLSv1.3 where the Java of the nodes has it.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> {
                    Transports.receiver(node, "https")
                            .flatMap(receiver -> Transports.parameter(receiver, "HttpsProtocols"))
                            .ifPresent(value -> outdated(value, findings));
                    for (XmlNode connector : Transports.connectors(node)) {
                        connector.attribute("sslEnabledProtocols").ifPresent(value -> outdated(value, findings));
                        connector.children("SSLHostConfig").stream()
                                .flatMap(host -> host.attribute("protocols").stream())
                                .forEach(value -> outdated(value, findings));
                    }
                });
    }

    private static void outdated(Setting value, Findings findings) {
        List<String> old = Stream.of(value.trimmed().split("[,+\\s]+", -1))
                .filter(word -> OLD.matcher(word).matches())
                .toList();
        if (!old.isEmpty()) {
            findings.report(value, String.join(", ", old) + " is allowed", "Write TLSv1.2.");
        }
    }

    private static Rule ciphers() {
        return Rule.warning("EIC312", "Weak ciphers are allowed, or nothing is said about ciphers")
                .reason(
                        "Null, export, DES and RC4 ciphers protect nothing. Without a list the Java of the nodes decides,"
                                + " which is only worth knowing.")
                .evidence("synapse PreferredCiphers, Tomcat ciphers; RFC 7465, RFC 9325.")
                .example("TLS_RSA_WITH_RC4_128_SHA", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                .fix("List ciphers with ECDHE and GCM.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> ciphers(node, findings));
    }

    private static void ciphers(NodeHome node, Findings findings) {
        Optional<XmlNode> receiver = Transports.receiver(node, "https");
        List<Setting> lists = new ArrayList<>();
        receiver.flatMap(found -> Transports.parameter(found, "PreferredCiphers"))
                .ifPresent(lists::add);
        Optional<XmlNode> connector = Transports.connector(node, true);
        connector.flatMap(found -> found.attribute("ciphers")).ifPresent(lists::add);
        connector.stream()
                .flatMap(found -> found.children("SSLHostConfig").stream())
                .flatMap(host -> host.attribute("ciphers").stream())
                .forEach(lists::add);
        lists.forEach(list -> Stream.of(list.trimmed().split("[,:\\s]+", -1))
                .filter(cipher -> WEAK.matcher("_" + cipher).matches() && !cipher.startsWith("!"))
                .findFirst()
                .ifPresent(cipher -> findings.report(list, cipher + " is weak", "Remove it.")));
        if (lists.isEmpty() && receiver.isPresent()) {
            findings.report(
                    Severity.INFO,
                    receiver.get().place(),
                    "no list of ciphers is given, so that the Java of the node decides",
                    "Nothing has to be done with a current Java.");
        }
    }
}

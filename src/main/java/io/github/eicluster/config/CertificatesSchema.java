package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The elements of {@code cluster/certificates}. */
final class CertificatesSchema {

    /** The authority itself lives so long, and no certificate outlives it. */
    private static final int MOST_DAYS = 3650;

    private static final String FINGERPRINT =
            "8D:51:3F:0A:77:9C:E2:46:1B:90:C4:5E:D3:28:6F:A1:04:BB:72:E9:3C:D5:18:60:F7:2A:9E:43:8B:C1:56:0D";

    private static final Element MODE = choice(
            "mode",
            List.of("generate", "provided", "none"),
            "generate",
            "none",
            "generate makes keys and replaces only those that the vendor publishes with every distribution. provided"
                    + " takes keys of yours from loadBalancer, node or internal; what is not given there is as in generate."
                    + " none leaves key stores and trust stores as they are; protocols still acts.");

    private static final Element INTERNAL_KEY = choice(
            "internalKey",
            List.of("auto", "generate", "keep", "provided"),
            "auto",
            "keep",
            "The key pair that encrypts data that all nodes share. auto takes the one in internal if it is given, replaces"
                    + " a published key of the vendor by a generated one, and keeps any other. generate replaces whatever the"
                    + " base has, keep keeps whatever it has. A generated one is never replaced by itself.");

    private static final Element TRUSTSTORE = group(
            "truststore",
            "the base's password",
            "<serverId>ei-truststore</serverId>",
            "A new password of the trust stores. Other profiles of the distribution use the same file.",
            server(
                    "ei-truststore",
                    "The server of settings.xml whose password the trust stores get. It contradicts password."),
            secret("env:TRUSTSTORE_PASSWORD"));

    private static final Element TRUSTED = list(
            "trusted",
            "none",
            "<certificate>src/main/certs/corporate-ca.crt</certificate>",
            "Further certificates for the trust stores of all nodes, such as those of databases, directories and back ends.",
            scalar(
                    Kind.PATH,
                    "certificate",
                    "none",
                    "src/main/certs/corporate-ca.crt",
                    "PEM file with one or more certificates. A relative path starts at the base directory."));

    static final Element CERTIFICATES = group(
                    "certificates",
                    "generate",
                    "<internalKeyFingerprint>" + FINGERPRINT + "</internalKeyFingerprint><renewBefore>60</renewBefore>",
                    "Keys, certificates, key stores and trust stores.",
                    MODE,
                    INTERNAL_KEY,
                    text(
                            "internalKeyFingerprint",
                            "none",
                            FINGERPRINT,
                            "SHA-256 of the public key of the internal key pair (SubjectPublicKeyInfo): 64 hexadecimal digits, with"
                                    + " or without colons. Another internal key, or a store that would have to make one, is then an"
                                    + " error. The line to paste is logged when a store is made."),
                    flag(
                            "ca",
                            "true",
                            "false",
                            "Whether a certificate authority of the cluster signs the generated certificates. Otherwise each signs"
                                    + " itself."),
                    flag(
                            "perNode",
                            "false",
                            "true",
                            "Whether each node has a TLS key of its own, with a certificate for its own host. Otherwise one key"
                                    + " serves all nodes."),
                    scalar(
                            Kind.PATH,
                            "store",
                            "${user.home}/.ei-cluster/<groupId>.<artifactId>, with -<environment> if there is one",
                            "../keys/shop-ei",
                            "Folder that keeps keys and passwords between builds. -Dei-cluster.certs.store says the same. A relative"
                                    + " path starts at the base directory. Without a POM the domain stands for groupId and"
                                    + " artifactId."),
                    choice(
                            "storeType",
                            List.of("JKS", "PKCS12"),
                            "JKS",
                            "PKCS12",
                            "Type of the key stores that are written. Trust stores keep theirs."),
                    number(
                            "keySize",
                            2048,
                            8192,
                            "3072",
                            "4096",
                            "Bits of generated RSA keys. It counts when a key is made: a key that the store has stays."),
                    number(
                            "validity",
                            1,
                            MOST_DAYS,
                            "730",
                            "365",
                            "Days of a generated certificate for the load balancer or the nodes; it never outlives the authority"
                                    + " that signs it. The authority's own and the internal one have 3650 days."),
                    number(
                            "renewBefore",
                            0,
                            MOST_DAYS - 1,
                            "30",
                            "60",
                            "A generated certificate that ends within so many days is issued anew on the same key. A provided one"
                                    + " is a warning. Less than validity."),
                    text(
                            "protocols",
                            "TLSv1.2",
                            "TLSv1.2,TLSv1.3",
                            "TLS versions of the HTTPS listeners in conf/axis2/axis2.xml and conf/tomcat/catalina-server.xml,"
                                    + " and of HTTPS senders that state some, separated by commas: TLSv1.2, TLSv1.3. TLSv1.3 needs a"
                                    + " JDK on the nodes that has it. The word base alone leaves those of the base."),
                    text(
                            "defaultKeys",
                            "none",
                            FINGERPRINT,
                            "SHA-256 fingerprints of further certificates that count as published ones of the vendor, separated by"
                                    + " commas or blanks, for distributions whose key is not one of those known."),
                    purpose(
                            "loadBalancer",
                            "The key of the load balancer. Only with cluster/loadBalancer.",
                            "Password of the provided key or key store. The file server.key is encrypted with it; without one it is"
                                    + " in clear text.",
                            names("shop.example.com,*.shop.example.com", " For the load balancer *. may begin a name."),
                            choice(
                                    "curve",
                                    List.of("P-256", "P-384"),
                                    "none: RSA",
                                    "P-256",
                                    "Curve of a generated EC key.")),
                    purpose(
                            "node",
                            "The TLS key of the nodes: HTTPS listeners, HTTPS senders and the management console.",
                            "Password of the provided key or key store, and of the key store that is written. Without one, a"
                                    + " password is generated and kept in the store.",
                            names("ei-nodes.example.com,10.0.0.20", "")),
                    purpose(
                            "internal",
                            "The key pair that encrypts data that all nodes share. It is the same on every node.",
                            "Password of the provided key or key store, and of the key store that is written. Without one, a"
                                    + " password is generated and kept in the store."),
                    TRUSTSTORE,
                    TRUSTED)
            .shortFor("mode");

    private CertificatesSchema() {}

    private static Element purpose(String name, String description, String password, Element... more) {
        String file = "src/main/certs/" + name;
        List<Element> children = new ArrayList<>(List.of(
                scalar(
                        Kind.PATH,
                        "certificate",
                        "none",
                        file + ".crt",
                        "PEM file with the certificate of the provided key. Its chain may follow in the file."),
                scalar(
                        Kind.PATH,
                        "chain",
                        "none",
                        file + "-chain.crt",
                        "PEM file with the certificates between that one and the root, if certificate does not hold them."),
                scalar(Kind.PATH, "key", "none", file + ".key", "PEM file with the provided private key."),
                scalar(
                        Kind.PATH,
                        "keystore",
                        "none",
                        file + ".p12",
                        "PKCS12 or JKS file with key and chain, instead of certificate, chain and key."),
                text("alias", "the only key", "server", "Alias of the key in keystore."),
                server(
                        "ei-" + name.toLowerCase(Locale.ROOT) + "-key",
                        password + " The server needs no user name. It contradicts password."),
                secret("env:KEY_PASSWORD")));
        children.addAll(List.of(more));
        return group(
                name,
                "generated",
                "<certificate>" + file + ".crt</certificate><key>" + file + ".key</key>",
                description,
                children.toArray(Element[]::new));
    }

    private static Element server(String example, String description) {
        return scalar(Kind.SERVER, "serverId", "none", example, description);
    }

    private static Element secret(String example) {
        return scalar(
                Kind.SECRET,
                "password",
                "none",
                example,
                "The same password, as env:NAME. In clear text it is a warning, and an error in production. At least 6"
                        + " characters of ASCII, no blanks.");
    }

    private static Element names(String example, String wildcards) {
        return text(
                "names",
                "none",
                example,
                "Further host names and IP addresses of a generated certificate, separated by commas." + wildcards);
    }
}

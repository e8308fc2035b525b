package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.port;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster/loadBalancer}. */
final class LoadBalancerSchema {

    static final Element LOAD_BALANCER = group(
                    "loadBalancer",
                    "none",
                    "<type>nginx</type>",
                    "The load balancer in front of the nodes. It sets WSDLEPRPrefix in conf/axis2/axis2.xml and, if it serves"
                            + " the console, proxyPort and the RemoteIpValve in conf/tomcat/catalina-server.xml and"
                            + " MgtHostName in conf/carbon.xml. Its own configuration is written for nginx, NGINX Plus"
                            + " and HAProxy, into target/ei-cluster/load-balancer. Without this element the values of"
                            + " the base stay.",
                    choice(
                            "type",
                            List.of("nginx", "nginx-plus", "haproxy", "external"),
                            "required",
                            "haproxy",
                            "The product whose configuration is written; external for any other, which you configure"
                                    + " yourself."),
                    text(
                            "address",
                            "none",
                            "10.0.0.5,10.0.0.6",
                            "Its IP addresses as the nodes see them, separated by commas. The first one stands in the hosts"
                                    + " entries, all of them in the ports to open. From them alone the nodes take the client's"
                                    + " address and protocol (internalProxies of the RemoteIpValve); without them from any"
                                    + " private address, which is Tomcat's default."),
                    text("httpPort", "80", "8080", "Its port for HTTP, or none if it serves HTTPS only."),
                    port("httpsPort", "443", "8443", "Its port for HTTPS."),
                    choice(
                            "tls",
                            List.of("reencrypt", "offload", "passthrough"),
                            "reencrypt",
                            "offload",
                            "What it does with HTTPS: reencrypt ends TLS and opens a new TLS connection to the node; offload"
                                    + " ends TLS and sends services to the node's HTTP port, while the console stays encrypted;"
                                    + " passthrough hands the connection on to the node, which ends TLS. With passthrough"
                                    + " the nodes see no header of the balancer, and get no RemoteIpValve."),
                    flag("console", "true", "false", "Whether it serves the management console."),
                    flag(
                            "sessionAffinity",
                            "false",
                            "true",
                            "Whether all requests of a client for services go to one node. The console always works so."),
                    text(
                            "certificatePath",
                            "/etc/nginx/ssl/server.crt; for haproxy /etc/haproxy/ssl/server.crt",
                            "/etc/ssl/ei/shop.crt",
                            "Where its machine has its certificate, with the chain. For haproxy it ends in .crt. Only with"
                                    + " tls reencrypt or offload, and not for external. Required with certificates/mode"
                                    + " none."),
                    text(
                            "keyPath",
                            "/etc/nginx/ssl/server.key; for haproxy certificatePath with the extension .key",
                            "/etc/ssl/ei/shop.key",
                            "Where its machine has the private key of that certificate. haproxy looks beside the"
                                    + " certificate only. As certificatePath otherwise."),
                    text(
                            "trustedCertificatePath",
                            "/etc/nginx/ssl/nodes.crt; for haproxy /etc/haproxy/ssl/nodes.crt",
                            "/etc/ssl/ei/trusted.crt",
                            "Where its machine has the certificates that it checks those of the nodes against. Only where it"
                                    + " opens TLS connections to nodes: with tls reencrypt, or with the console and tls offload."
                                    + " With certificates/mode none and without this element nothing is checked, which is"
                                    + " a warning."))
            .shortFor("type");

    private LoadBalancerSchema() {}
}

package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;

/** Listeners of {@code axis2.xml} and connectors of {@code catalina-server.xml}. */
public final class Transports {

    private Transports() {}

    /**
     * Finds a listener of the services.
     *
     * @param home the node
     * @param name http or https
     * @return the element, or empty
     */
    public static Optional<XmlNode> receiver(NodeHome home, String name) {
        return home.xml(Layout.AXIS2).named("transportReceiver", name).stream().findFirst();
    }

    /**
     * Finds a parameter of a listener.
     *
     * @param transport the listener
     * @param name name of the parameter
     * @return its value
     */
    public static Optional<Setting> parameter(XmlNode transport, String name) {
        return transport.named("parameter", name).stream().map(XmlNode::setting).findFirst();
    }

    /**
     * Lists the connectors of the console.
     *
     * @param home the node
     * @return all connectors in order
     */
    public static List<XmlNode> connectors(NodeHome home) {
        return home.xml(Layout.CATALINA).children("Service").stream()
                .flatMap(service -> service.children("Connector").stream())
                .toList();
    }

    /**
     * Tells whether a connector speaks TLS.
     *
     * @param connector the connector
     * @return whether it does
     */
    public static boolean secure(XmlNode connector) {
        return connector
                        .attribute("scheme")
                        .filter(scheme -> scheme.is("https"))
                        .isPresent()
                || connector
                        .attribute("SSLEnabled")
                        .filter(enabled -> enabled.is("true"))
                        .isPresent();
    }

    /**
     * Finds the connector for TLS or the one without.
     *
     * @param home the node
     * @param secure whether with TLS
     * @return the first such connector
     */
    public static Optional<XmlNode> connector(NodeHome home, boolean secure) {
        return connectors(home).stream()
                .filter(connector -> secure(connector) == secure)
                .findFirst();
    }
}

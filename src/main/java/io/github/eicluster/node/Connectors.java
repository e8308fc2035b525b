package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.product.Layout;
import java.util.Optional;

/**
 * {@code proxyPort} of the Tomcat connectors, so that the console's links and redirects name the load balancer's ports.
 * The server never adds the port offset to it (kernel {@code CarbonTomcat.startConnectors}).
 */
final class Connectors implements Concern {

    static final String PROXY_PORT = "proxyPort";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Optional<LoadBalancer> balancer = context.cluster().loadBalancer().filter(LoadBalancer::console);
        if (balancer.isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.CATALINA);
        TomcatConnectors connectors = new TomcatConnectors(xml);
        if (connectors.secure().isEmpty()) {
            throw new ClusterException(files.label(Layout.CATALINA)
                    + ": no <Connector> says SSLEnabled=\"true\", but the load balancer serves the console over HTTPS."
                    + " Restore the connector, or set cluster/loadBalancer/console to false.");
        }
        String httpsPort = Integer.toString(balancer.get().httpsPort());
        connectors.secure().forEach(path -> xml.setAttribute(path, PROXY_PORT, httpsPort));
        for (String path : connectors.plain()) {
            balancer.get().httpPort().ifPresent(port -> xml.setAttribute(path, PROXY_PORT, Integer.toString(port)));
            // A redirect to HTTPS must stay on the balancer, too.
            xml.setAttribute(path, "redirectPort", httpsPort);
        }
    }
}

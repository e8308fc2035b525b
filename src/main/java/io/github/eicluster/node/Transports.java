package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import java.util.Optional;

/**
 * {@code WSDLEPRPrefix} of the receivers: the address that clients use, which is the load balancer's. No trailing slash,
 * since the server appends {@code /services/} (synapse {@code SourceConfiguration}).
 */
final class Transports implements Concern {

    static final String PREFIX = "WSDLEPRPrefix";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Optional<LoadBalancer> balancer = context.cluster().loadBalancer();
        if (balancer.isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.AXIS2);
        for (String name : Receivers.live(xml)) {
            checkClass(xml, name, files);
            Axis2Parameters.ofReceiver(xml, Receivers.path(name))
                    .set(
                            PREFIX,
                            prefix(name, context.cluster().hostName(), balancer.get()),
                            "bind-address",
                            "HttpsProtocols",
                            "non-blocking",
                            "port");
        }
    }

    private static String prefix(String receiver, String hostName, LoadBalancer balancer) {
        String host = HostText.bracketed(hostName);
        boolean http = receiver.equals(Receivers.HTTP) && balancer.httpPort().isPresent();
        return http
                ? "http://" + host + ":" + balancer.httpPort().getAsInt()
                : "https://" + host + ":" + balancer.httpsPort();
    }

    private static void checkClass(XmlEditor xml, String name, NodeFiles files) {
        String path = Receivers.path(name);
        String type = xml.attribute(path, "class").orElse("").strip();
        if (!type.contains(".passthru.") && !type.contains(".nhttp.")) {
            files.report(Problem.warning(
                    files.label(Layout.AXIS2) + ":" + xml.line(path),
                    "'" + type + "' of the receiver " + name + " is neither a PassThrough nor an NHTTP listener, and"
                            + " may not know " + PREFIX + ": look at the addresses in a WSDL, or use the shipped"
                            + " class."));
        }
    }
}

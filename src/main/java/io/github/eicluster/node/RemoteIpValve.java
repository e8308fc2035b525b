package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.product.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tomcat's RemoteIpValve, the counterpart of the balancer's {@code X-Forwarded-Proto} and {@code X-Forwarded-For}. Without
 * it, a console that the balancer reaches over HTTP redirects every request to HTTPS, for ever (product-apim#8624).
 *
 * <p>A balancer that hands TLS through sends no such headers: then there is no valve.
 */
final class RemoteIpValve implements Concern {

    static final String CLASS = "org.apache.catalina.valves.RemoteIpValve";

    private static final String ENGINE = "/Server/Service/Engine";
    private static final String HOST = ENGINE + "/Host";
    private static final String VALVE = "/Valve";
    private static final String OURS = VALVE + "[@className='" + CLASS + "']";
    private static final String SECURE_WORD = "protocolHeaderHttpsValue";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Optional<LoadBalancer> balancer = context.cluster()
                .loadBalancer()
                .filter(LoadBalancer::console)
                .filter(b -> b.tls() != LoadBalancer.Tls.PASSTHROUGH);
        if (balancer.isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.CATALINA);
        if (xml.count(ENGINE) != 1) {
            throw new ClusterException(files.label(Layout.CATALINA) + ": there are " + xml.count(ENGINE) + " <Engine>"
                    + " below <Service>, but the RemoteIpValve for the load balancer's headers belongs into one."
                    + " Restore the shipped file's, or set cluster/loadBalancer/console to false.");
        }
        List<String> valves = existing(xml);
        if (valves.isEmpty()) {
            insert(xml);
            valves = existing(xml);
        }
        valves.forEach(path -> configure(xml, path, balancer.get()));
    }

    /** A valve of a host does the same work, later. */
    private static List<String> existing(XmlEditor xml) {
        List<String> paths = new ArrayList<>(numbered(xml, ENGINE + OURS));
        numbered(xml, HOST).forEach(host -> paths.addAll(numbered(xml, host + OURS)));
        return paths;
    }

    /** The other valves must see the client's address and protocol: this one comes first. */
    private static void insert(XmlEditor xml) {
        String valve = "<Valve className=\"" + CLASS + "\"/>";
        Optional<String> next =
                Stream.of(ENGINE + VALVE, HOST).filter(xml::exists).findFirst();
        next.ifPresentOrElse(path -> xml.insertBefore(path + "[1]", valve), () -> xml.appendChild(ENGINE, valve));
    }

    private static void configure(XmlEditor xml, String path, LoadBalancer balancer) {
        xml.setAttribute(path, "remoteIpHeader", "x-forwarded-for");
        xml.setAttribute(path, "protocolHeader", "x-forwarded-proto");
        balancer.httpPort().ifPresent(port -> xml.setAttribute(path, "httpServerPort", Integer.toString(port)));
        xml.setAttribute(path, "httpsServerPort", Integer.toString(balancer.httpsPort()));
        // Without an address Tomcat's default stays: the private networks.
        if (!balancer.addresses().isEmpty()) {
            xml.setAttribute(path, "internalProxies", expression(balancer.addresses()));
        }
        if (xml.attribute(path, SECURE_WORD).isPresent()) {
            xml.setAttribute(path, SECURE_WORD, "https");
        }
    }

    /** A regular expression that matches the addresses as Tomcat gets them from Java: IPv6 in full form. */
    private static String expression(List<String> addresses) {
        return addresses.stream()
                .map(address -> HostText.inFull(address).replace(".", "\\."))
                .collect(Collectors.joining("|"));
    }

    private static List<String> numbered(XmlEditor xml, String path) {
        return IntStream.rangeClosed(1, xml.count(path))
                .mapToObj(i -> path + "[" + i + "]")
                .toList();
    }
}

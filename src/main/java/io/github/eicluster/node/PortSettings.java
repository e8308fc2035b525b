package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Ports;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.OptionalInt;

/**
 * Offset, declared listener ports and bind address. All of it is written before the offset: the server adds the offset
 * to listener ports by itself.
 */
final class PortSettings implements Concern {

    static final String OFFSET = "/Server/Ports/Offset";
    static final String PORT = "port";
    private static final String BIND_ADDRESS = "bind-address";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        offset(files.xml(Layout.CARBON), context.node().portOffset());
        Ports ports = context.node().ports();
        receiverPort(files, Receivers.HTTP, ports.http());
        receiverPort(files, Receivers.HTTPS, ports.https());
        connectorPorts(files, ports);
        context.node().bindAddress().ifPresent(address -> bind(files, address));
    }

    private static void offset(XmlEditor xml, int offset) {
        if (!xml.exists(OFFSET) && !CommentedOut.revive(xml, OFFSET)) {
            xml.prependChild("/Server/Ports", "<Offset></Offset>");
        }
        xml.setText(OFFSET, Integer.toString(offset));
    }

    private static void receiverPort(NodeFiles files, String receiver, OptionalInt port) {
        if (port.isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.AXIS2);
        if (!xml.exists(Receivers.path(receiver))) {
            throw new ClusterException(files.label(Layout.AXIS2) + ": there is no live transportReceiver '" + receiver
                    + "' that could listen on port " + port.getAsInt() + ". Restore it, or remove ports/" + receiver
                    + " from the POM.");
        }
        Axis2Parameters.ofReceiver(xml, Receivers.path(receiver)).set(PORT, Integer.toString(port.getAsInt()));
    }

    private static void connectorPorts(NodeFiles files, Ports ports) {
        if (ports.console().isEmpty() && ports.consoleHttp().isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.CATALINA);
        TomcatConnectors connectors = new TomcatConnectors(xml);
        if (ports.console().isPresent()) {
            consolePort(files, xml, connectors, ports.console().getAsInt());
        }
        if (ports.consoleHttp().isPresent()) {
            String path = only(files, connectors.plain(), "plain HTTP", "consoleHttp");
            xml.setAttribute(path, PORT, Integer.toString(ports.consoleHttp().getAsInt()));
        }
    }

    private static void consolePort(NodeFiles files, XmlEditor xml, TomcatConnectors connectors, int port) {
        String path = only(files, connectors.secure(), "HTTPS", "console");
        OptionalInt before = connectors.number(path, PORT);
        for (String plain : connectors.plain()) {
            OptionalInt redirect = connectors.number(plain, "redirectPort");
            if (redirect.isPresent() && redirect.equals(before)) {
                xml.setAttribute(plain, "redirectPort", Integer.toString(port));
            }
        }
        xml.setAttribute(path, PORT, Integer.toString(port));
    }

    private static String only(NodeFiles files, List<String> paths, String kind, String element) {
        if (paths.size() != 1) {
            throw new ClusterException(files.label(Layout.CATALINA) + ": ports/" + element + " needs exactly one "
                    + kind + " <Connector>, but there are " + paths.size() + ". Set their ports in the file, or remove"
                    + " ports/" + element + " from the POM.");
        }
        return paths.get(0);
    }

    private static void bind(NodeFiles files, String address) {
        XmlEditor axis2 = files.xml(Layout.AXIS2);
        for (String name : Receivers.live(axis2)) {
            Axis2Parameters.ofReceiver(axis2, Receivers.path(name))
                    .set(BIND_ADDRESS, address, "HttpsProtocols", "non-blocking", PORT);
        }
        XmlEditor catalina = files.xml(Layout.CATALINA);
        new TomcatConnectors(catalina).all().forEach(path -> catalina.setAttribute(path, "address", address));
    }
}

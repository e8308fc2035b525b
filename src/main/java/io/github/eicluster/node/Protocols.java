package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TLS versions of the listeners. The shipped ones still allow TLS 1.0 and 1.1 (synapse {@code ServerConnFactoryBuilder},
 * Tomcat 7 {@code sslEnabledProtocols}, Tomcat 9 {@code SSLHostConfig}).
 */
final class Protocols implements Concern {

    private static final String PARAMETER = "HttpsProtocols";
    private static final List<String> AXIS2_FILES = List.of(Layout.AXIS2, Layout.AXIS2_NHTTP, Layout.AXIS2_PT);
    private static final String SSL_HOST = "/SSLHostConfig";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        List<String> protocols = context.cluster().certificates().protocols();
        if (protocols.isEmpty()) {
            return;
        }
        files.xml(Layout.AXIS2);
        AXIS2_FILES.forEach(file -> files.findXml(file).ifPresent(xml -> axis2(xml, protocols)));
        catalina(files.xml(Layout.CATALINA), protocols);
    }

    private static void axis2(XmlEditor xml, List<String> protocols) {
        String https = Receivers.path(Receivers.HTTPS);
        if (xml.exists(https) && !xml.exists(https + "/parameter[@name='" + PARAMETER + "']")) {
            Axis2Parameters.ofReceiver(xml, https).set(PARAMETER, String.join(",", protocols), "non-blocking", "port");
        }
        Stream.of("transportReceiver", "transportSender")
                .map(transport -> "/axisconfig/" + transport + "/parameter[@name='" + PARAMETER + "']")
                .flatMap(path -> SinglePaths.of(xml, path).stream())
                .filter(path -> differs(xml.text(path), protocols))
                .forEach(path -> xml.setText(path, String.join(",", protocols)));
    }

    /** A connector with SSLHostConfig has its versions there; Tomcat 9 wants a sign before each. */
    private static void catalina(XmlEditor xml, List<String> protocols) {
        String signed = protocols.stream().map(name -> "+" + name).collect(Collectors.joining(","));
        for (String connector : new TomcatConnectors(xml).tls()) {
            List<String> hosts = SinglePaths.of(xml, connector + SSL_HOST);
            if (hosts.isEmpty()) {
                set(xml, connector, "sslEnabledProtocols", protocols, String.join(",", protocols));
            }
            hosts.forEach(host -> set(xml, host, "protocols", protocols, signed));
        }
    }

    private static void set(XmlEditor xml, String path, String attribute, List<String> protocols, String value) {
        if (differs(xml.attribute(path, attribute), protocols)) {
            xml.setAttribute(path, attribute, value);
        }
    }

    /** Order, white space and signs do not matter. */
    private static boolean differs(Optional<String> present, List<String> protocols) {
        return present.map(text -> Arrays.stream(text.split(",", -1))
                        .map(name -> name.strip().replaceFirst("^\\+", ""))
                        .sorted()
                        .toList())
                .filter(protocols.stream().sorted().toList()::equals)
                .isEmpty();
    }
}

package io.github.eicluster.miniature;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.axis2.util.Utils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What this miniature takes from {@code conf/carbon.xml}.
 *
 * @param server the root element
 * @param serverName Name and Version
 * @param hostName HostName, if there is one
 * @param managementHost MgtHostName, else the first address of this machine that is no loopback address
 * @param offset added to the ports of transports and console; the system property wins
 * @param deploymentInterval seconds between two looks at the deployment folder
 */
record CarbonXml(
        Element server,
        String serverName,
        Optional<String> hostName,
        String managementHost,
        int offset,
        int deploymentInterval) {

    static CarbonXml read(Home home) throws IOException {
        Document document = Xml.parse(home.path("conf/carbon.xml"));
        Element server = document.getDocumentElement();
        String offset = System.getProperty(
                "portOffset", Xml.text(server, "Ports/Offset").orElse("0").strip());
        System.setProperty("portOffset", offset);
        return new CarbonXml(
                server,
                Xml.text(server, "Name").orElse("") + "-"
                        + Xml.text(server, "Version").orElse(""),
                Xml.text(server, "HostName").map(String::strip),
                Xml.text(server, "MgtHostName").map(String::strip).orElse(Utils.getIpAddress()),
                Integer.parseInt(offset),
                Xml.text(server, "Axis2Config/DeploymentUpdateInterval")
                        .map(String::strip)
                        .map(Integer::parseInt)
                        .orElse(15));
    }

    /** The host that clients see: HostName, else the name of the machine. */
    String host() throws IOException {
        return hostName.isPresent()
                ? hostName.get()
                : InetAddress.getLocalHost().getHostName();
    }
}

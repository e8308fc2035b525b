package io.github.eicluster.runbook;

import io.github.eicluster.balancer.BalancerData;
import io.github.eicluster.balancer.BalancerOverview;
import io.github.eicluster.balancer.BalancerWriter;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.Node;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Clusters whose runbooks are recorded. */
enum RunbookCase {
    /** The vendor's guide, with all addresses. */
    GUIDE("6.6.0", """
            <hostName>ei.wso2.com</hostName>
            <nodes>
              <node><id>node1</id><host>192.168.57.11</host></node>
              <node><id>node2</id><host>192.168.57.12</host></node>
            </nodes>
            <database>
              <type>mysql</type><host>carbondb.mysql-wso2.com</host><address>192.168.57.13</address>
              <serverId>ei-db</serverId>
            </database>
            <loadBalancer><type>nginx</type><address>192.168.57.10</address></loadBalancer>
            """),
    /** Nodes of every role on two hosts, local registries on the server, no HTTP. */
    HAPROXY("6.4.0", """
            <hostName>ei.example.com</hostName>
            <nodes>
              <node><id>a</id><host>one.example.com</host><registryReadOnly>true</registryReadOnly></node>
              <node><id>b</id><host>one.example.com</host></node>
              <node><id>c</id><host>10.0.0.2</host><role>backup</role></node>
              <node><id>d</id><host>fd00::4</host><role>none</role></node>
            </nodes>
            <database>
              <type>postgresql</type><host>db.example.com</host><serverId>ei-db</serverId>
              <localRegistry>database</localRegistry>
            </database>
            <registry><mounts>
              <mount><path>/_system/config</path><targetPath>/_system/eiconfig</targetPath><overwrite>virtual</overwrite></mount>
            </mounts></registry>
            <loadBalancer><type>haproxy</type><httpPort>none</httpPort><sessionAffinity>true</sessionAffinity></loadBalancer>
            """.replaceAll("<id>([abcd])</id>", "<id>$1</id><localDatabase>LOCAL_$1</localDatabase>")),
    /** A balancer of others, on other ports, one name for services and console. */
    EXTERNAL("6.1.1", """
            <hostName>ei.example.com</hostName>
            <managementHostName>ei.example.com</managementHostName>
            <nodes>
              <node><id>node1</id><host>10.0.0.1</host></node>
              <node><id>node2</id><host>10.0.0.2</host><role>backup</role></node>
            </nodes>
            <database>
              <type>oracle</type><host>10.0.0.9</host><serverId>ei-db</serverId>
              <userDatabase><serverId>ei-broker</serverId></userDatabase>
            </database>
            <loadBalancer>
              <type>external</type><address>10.0.0.5,10.0.0.6</address><httpPort>8080</httpPort><httpsPort>8443</httpsPort>
            </loadBalancer>
            """),
    /** TLS is handed through by nginx, keys of the distribution, a node on Windows. */
    PASSTHROUGH("6.6.0", """
            <hostName>ei.example.com</hostName>
            <nodes>
              <node><id>node1</id><host>10.0.0.1</host></node>
              <node><id>node2</id><host>10.0.0.2</host><os>windows</os></node>
            </nodes>
            <database><type>mssql</type><host>10.0.0.9</host><serverId>ei-db</serverId></database>
            <loadBalancer><type>nginx</type><address>10.0.0.5</address><tls>passthrough</tls></loadBalancer>
            <certificates><mode>none</mode></certificates>
            """),
    /** NGINX Plus that ends TLS, with a key in another place. */
    PLUS("6.6.0", """
            <hostName>ei.example.com</hostName>
            <nodes>
              <node><id>node1</id><host>10.0.0.1</host></node>
              <node><id>node2</id><host>10.0.0.2</host></node>
            </nodes>
            <database><type>db2</type><host>10.0.0.9</host><serverId>ei-db</serverId></database>
            <loadBalancer>
              <type>nginx-plus</type><address>10.0.0.5</address><tls>offload</tls>
              <certificatePath>/etc/pki/ei/shop.crt</certificatePath><keyPath>/etc/pki/private/shop.key</keyPath>
            </loadBalancer>
            """),
    /** Development: two nodes on the machine of the build. */
    ONE_MACHINE("6.6.0", """
            <nodes><node>127.0.0.1</node><node>127.0.0.1</node></nodes>
            """),
    /** Addresses are found at run time, and no load balancer is declared. */
    KUBERNETES("6.5.0", """
            <hostName>ei.example.com</hostName>
            <membership><scheme>kubernetes</scheme>
              <kubernetes><namespace>ei</namespace><services>ei</services></kubernetes></membership>
            <nodes><node><id>node1</id></node><node><id>node2</id></node></nodes>
            <database><type>mariadb</type><host>10.0.0.9</host><serverId>ei-db</serverId></database>
            """);

    private static final RunbookCertificates CERTIFICATES = new RunbookCertificates(
            List.of(
                    new RunbookCertificates.Row("load balancer", "CN=ei.wso2.com", "2028-11-23", "generated", "AA:01"),
                    new RunbookCertificates.Row("internal key", "CN=a|b", "2036-11-20", "provided", "BB:02")),
            Set.of("ca.crt", "nodes.crt", "server.crt", "server.key", "server.csr"),
            "~/.ei-cluster/com.example.shop",
            "CC:03");

    private final String version;
    private final String xml;

    RunbookCase(String version, String xml) {
        this.version = version;
        this.xml = xml;
    }

    Pom pom() {
        return Pom.of("<cluster>" + xml + "</cluster>");
    }

    Cluster cluster() {
        return pom().read().cluster();
    }

    RunbookData data() {
        return data(cluster());
    }

    RunbookData data(Cluster cluster) {
        boolean none = cluster.certificates().mode() == Certificates.Mode.NONE;
        return data(cluster, none ? new RunbookCertificates(List.of(), Set.of(), "", "") : CERTIFICATES);
    }

    RunbookData data(RunbookCertificates certificates) {
        return data(cluster(), certificates);
    }

    private RunbookData data(Cluster cluster, RunbookCertificates certificates) {
        Map<String, ListenerPorts> ports = new LinkedHashMap<>();
        for (Node node : cluster.nodes()) {
            int offset = node.portOffset();
            ports.put(node.id(), new ListenerPorts(8280 + offset, 8243 + offset, 9443 + offset, 9763 + offset, offset));
        }
        BalancerData balanced =
                new BalancerData(cluster, ports, certificates.files().contains("nodes.crt"), false);
        Optional<BalancerOverview> overview = cluster.loadBalancer().map(balancer -> BalancerWriter.overview(balanced));
        return new RunbookData(
                cluster,
                ports,
                version,
                "wso2ei-" + version,
                this == GUIDE ? "prod" : "",
                cluster.nodes().stream().collect(Collectors.toMap(Node::id, node -> "shop-" + node.id() + ".zip")),
                certificates,
                overview,
                List.copyOf(new BalancerWriter(new Templates())
                        .write(balanced)
                        .files()
                        .keySet()),
                RunbookLibraries.NONE);
    }
}

package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.Member;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Ports;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.testing.FreePorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real Hazelcast nodes, set up from the generated files as the server's agent does (kernel {@code
 * HazelcastClusteringAgent.createConfigForAxis2Mode}, {@code WKABasedMembershipScheme}).
 */
class GeneratedMembersTest {

    private final List<HazelcastInstance> instances = new ArrayList<>();

    @AfterEach
    void stop() {
        instances.forEach(instance -> instance.getLifecycleService().terminate());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoNodesFindEachOther(boolean listSelf) throws IOException {
        TestClusters cluster = loopback("127.0.0.1");
        cluster.listSelf = listSelf;

        start(cluster);

        assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.getCluster().getMembers())
                        .extracting(member -> member.getAddress().getHost())
                        .containsExactly("127.0.0.1", "127.0.0.1"));
        assertThat(ports(instances.get(1))).containsExactlyElementsOf(memberPorts(cluster));
    }

    @Test
    void twoNodesWithIpv6AddressesFindEachOther() throws IOException {
        assumeIpv6();
        TestClusters cluster = loopback("::1");

        start(cluster);

        assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.getCluster().getMembers())
                        .extracting(member -> member.getAddress().getInetAddress())
                        .containsExactly(address("::1"), address("::1")));
        assertThat(ports(instances.get(1))).containsExactlyElementsOf(memberPorts(cluster));
    }

    @Test
    void nodesOfDifferentDomainsIgnoreEachOther() throws IOException {
        TestClusters cluster = loopback("127.0.0.1");
        start(cluster, 0);
        cluster.domain = "another.domain";
        start(cluster, 1);

        assertThat(instances)
                .allSatisfy(instance ->
                        assertThat(instance.getCluster().getMembers()).hasSize(1));
    }

    private void start(TestClusters cluster) throws IOException {
        start(cluster, 0);
        start(cluster, 1);
    }

    private void start(TestClusters clusters, int index) throws IOException {
        Cluster cluster = clusters.build();
        NodePlan plan = new NodePlanner(cluster, List.of(), MapHome.mini(), EiVersion.parse("6.6.0"))
                .plan(cluster.nodes().get(index), MapHome.empty("overlay"), NodeKeystores.UNCHANGED, VaultInput.NONE);
        instances.add(Hazelcast.newHazelcastInstance(config(plan.files())));
    }

    private static Config config(Map<String, byte[]> files) throws IOException {
        Dom axis2 = Dom.of(files.get(Layout.AXIS2));
        Config config = new Config();
        config.getGroupConfig().setName(parameter(axis2, "domain"));
        config.getNetworkConfig().setPublicAddress(parameter(axis2, "localMemberHost"));
        config.getNetworkConfig().setPort(Integer.parseInt(parameter(axis2, "localMemberPort")));
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true);
        List<String> hosts = axis2.texts("/axisconfig/clustering/members/member/hostName");
        List<String> ports = axis2.texts("/axisconfig/clustering/members/member/port");
        for (int i = 0; i < hosts.size(); i++) {
            config.getNetworkConfig().getJoin().getTcpIpConfig().addMember(hosts.get(i) + ":" + ports.get(i));
        }
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(files.get(Layout.HAZELCAST_PROPERTIES)));
        properties.stringPropertyNames().forEach(key -> config.setProperty(key, properties.getProperty(key)));
        return config;
    }

    private static String parameter(Dom axis2, String name) {
        return axis2.text("/axisconfig/clustering/parameter[@name='" + name + "']");
    }

    /** Two nodes on this machine; what is declared beside is only for speed and silence. */
    private static TestClusters loopback(String host) throws IOException {
        int port = FreePorts.inARow(2);
        TestClusters cluster = TestClusters.of(
                TestClusters.node("a", Optional.of(host), 0, port, Optional.empty(), Ports.OF_BASE),
                TestClusters.node("b", Optional.of(host), 1, port + 1, Optional.empty(), Ports.OF_BASE));
        cluster.hazelcast = Map.of(
                "hazelcast.logging.type", "none",
                "hazelcast.phone.home.enabled", "false",
                "hazelcast.max.join.seconds", "20",
                "hazelcast.wait.seconds.before.join", "0");
        return cluster;
    }

    private static InetAddress address(String literal) throws IOException {
        return InetAddress.getAllByName(literal)[0];
    }

    private static void assumeIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, address("::1"))) {
            assertThat(socket.getLocalPort()).isPositive();
        } catch (IOException e) {
            Assumptions.abort("skipped: this machine has no IPv6 loopback address");
        }
    }

    private static List<Integer> memberPorts(TestClusters cluster) {
        return cluster.nodes.stream().map(Node::memberPort).toList();
    }

    private static List<Integer> ports(HazelcastInstance instance) {
        return instance.getCluster().getMembers().stream()
                .map(Member::getAddress)
                .map(com.hazelcast.nio.Address::getPort)
                .toList();
    }
}

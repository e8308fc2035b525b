package io.github.eicluster.node;

import static io.github.eicluster.node.TestClusters.node;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Membership.Parameter;
import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the concerns of this package make of the real files of every given EI version. */
class StockConformanceTest {

    private static final String PARAMETER = "/axisconfig/clustering/parameter[@name='%s']";
    private static final String PREFIX = "/axisconfig/transportReceiver[@name='%s']/parameter[@name='WSDLEPRPrefix']";
    private static final String SECURE = "/Server/Service/Connector[@SSLEnabled='true']";
    private static final String PLAIN = "/Server/Service/Connector[not(@SSLEnabled)]";
    private static final List<String> OURS = List.of(Layout.AXIS2, Layout.CARBON, Layout.CATALINA);

    /** Lines that an edit may take away; everything else must come out as it went in, in order. */
    private static final String EDITABLE = "(?s)\\s*("
            + "enable=\"false\">|"
            + "<parameter name=\"(clusteringPattern|membershipScheme|domain|localMemberHost|localMemberPort|port)\".*|"
            + "<!--<parameter name=\"mcastAddress\">.*|"
            + "<parameter name=\"mcast(Port|TTL|Timeout)\">.*|"
            + "<!--parameter name=\"(bind-address|WSDLEPRPrefix)\".*|"
            + "<hostName>127.0.0.1</hostName>|<port>4000</port>|"
            + "<!--(Mgt)?HostName>.*|"
            + "<Offset>0</Offset>|"
            + "(port|redirectPort)=\"\\d+\"|"
            + "URIEncoding=\"UTF-8\"/?>|"
            + "<parameter name=\"HttpsProtocols\">.*|"
            + "(protocols|sslEnabledProtocols)=\".*"
            + ")\\s*";

    @BeforeAll
    static void needStock() {
        assertThat(StockHome.all()).isNotEmpty();
    }

    static Stream<StockHome> homes() {
        return StockHome.all().stream();
    }

    static Stream<Arguments> homesAndScenarios() {
        return StockHome.all().stream()
                .flatMap(home -> scenarios().entrySet().stream()
                        .map(scenario -> Arguments.of(home, scenario.getKey(), scenario.getValue())));
    }

    private static Map<String, TestClusters> scenarios() {
        Map<String, TestClusters> scenarios = new LinkedHashMap<>();
        scenarios.put("guide", TestClusters.guide());
        scenarios.put(
                "three nodes", TestClusters.of(node("a", "10.0.0.1"), node("b", "10.0.0.2"), node("c", "10.0.0.3")));
        scenarios.put("one host", oneHost());
        scenarios.put("no balancer", TestClusters.guide().withoutBalancer());
        scenarios.put(
                "kubernetes",
                scheme(
                        Scheme.KUBERNETES,
                        Parameter.of(
                                "membershipSchemeClassName", "org.wso2.carbon.membership.scheme.kubernetes.Scheme"),
                        Parameter.of("KUBERNETES_NAMESPACE", "default")));
        scenarios.put(
                "aws",
                scheme(
                        Scheme.AWS,
                        Parameter.of("accessKey", "AKIA"),
                        Parameter.of("secretKey", new Secret("hush", Secret.Source.SETTINGS)),
                        Parameter.of("region", "eu-west-1")));
        scenarios.put(
                "multicast",
                scheme(
                        Scheme.MULTICAST,
                        Parameter.of("mcastAddress", "228.0.0.9"),
                        Parameter.of("mcastPort", "45000"),
                        Parameter.of("mcastTTL", "1"),
                        Parameter.of("mcastTimeout", "30")));
        TestClusters range = TestClusters.guide();
        range.furtherMembers = List.of(new Member("192.168.1.2-10", 4100));
        scenarios.put("range", range);
        TestClusters ipv6 = TestClusters.of(node("a", "2001:db8::1"), node("b", "2001:db8::2"));
        ipv6.groupPassword = Optional.of(new Secret("p&<w", Secret.Source.SETTINGS));
        scenarios.put("ipv6", ipv6);
        scenarios.put("ports and addresses", portsAndAddresses());
        TestClusters balancers = TestClusters.guide();
        balancers.loadBalancer = Optional.of(TestClusters.balancer(
                OptionalInt.empty(), 8443, true, LoadBalancer.Tls.OFFLOAD, "10.0.0.5", "fd00::5"));
        scenarios.put("balancers with addresses", balancers);
        TestClusters passthrough = TestClusters.guide();
        passthrough.loadBalancer =
                Optional.of(TestClusters.balancer(OptionalInt.of(80), 443, true, LoadBalancer.Tls.PASSTHROUGH));
        scenarios.put("passthrough", passthrough);
        return scenarios;
    }

    private static TestClusters oneHost() {
        return TestClusters.of(IntStream.range(0, 3)
                .mapToObj(i -> node("n" + i, Optional.of("10.0.0.1"), i, 4100 + i, Optional.empty(), Ports.OF_BASE))
                .toArray(Node[]::new));
    }

    private static TestClusters scheme(Scheme scheme, Parameter... parameters) {
        TestClusters cluster = TestClusters.of(
                node("a", Optional.empty(), 0, 4100, Optional.empty(), Ports.OF_BASE),
                node("b", Optional.empty(), 0, 4100, Optional.empty(), Ports.OF_BASE));
        cluster.scheme = scheme;
        cluster.parameters = List.of(parameters);
        return cluster;
    }

    private static TestClusters portsAndAddresses() {
        Ports ports =
                new Ports(OptionalInt.of(9280), OptionalInt.of(9243), OptionalInt.of(10443), OptionalInt.of(10763));
        return TestClusters.of(
                node("a", Optional.of("10.0.0.1"), 1, 4100, Optional.of("10.0.0.1"), ports),
                node("b", Optional.of("10.0.0.2"), 0, 4100, Optional.of("10.0.0.2"), ports));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void theGuidesClusterHasEveryValueOnBothNodes(StockHome home) {
        Cluster cluster = TestClusters.guide().build();
        for (Node node : cluster.nodes()) {
            NodePlan plan = plan(home, home, cluster, node);

            assertThat(plan.failed()).as("%s", plan.problems()).isFalse();
            Dom axis2 = Dom.of(plan.files().get(Layout.AXIS2));
            assertThat(axis2.text("/axisconfig/clustering/@enable")).isEqualTo("true");
            assertThat(axis2.text(PARAMETER.formatted("clusteringPattern"))).isEqualTo("nonWorkerManager");
            assertThat(axis2.text(PARAMETER.formatted("AvoidInitiation"))).isEqualTo("true");
            assertThat(axis2.text(PARAMETER.formatted("membershipScheme"))).isEqualTo("wka");
            assertThat(axis2.text(PARAMETER.formatted("domain"))).isEqualTo("wso2.ei.domain");
            assertThat(axis2.text(PARAMETER.formatted("localMemberHost")))
                    .isEqualTo(node.host().orElseThrow());
            assertThat(axis2.text(PARAMETER.formatted("localMemberPort"))).isEqualTo("4100");
            assertThat(axis2.texts("/axisconfig/clustering/members/member/hostName"))
                    .containsExactly("192.168.57.11", "192.168.57.12");
            assertThat(axis2.texts("/axisconfig/clustering/members/member/port"))
                    .containsExactly("4100", "4100");
            assertThat(axis2.text("/axisconfig/clustering/groupManagement/@enable"))
                    .isEqualTo("false");
            assertThat(axis2.text(PREFIX.formatted("http"))).isEqualTo("http://ei.wso2.com:80");
            assertThat(axis2.text(PREFIX.formatted("https"))).isEqualTo("https://ei.wso2.com:443");
            Dom carbon = Dom.of(plan.files().get(Layout.CARBON));
            assertThat(carbon.text("/Server/HostName")).isEqualTo("ei.wso2.com");
            assertThat(carbon.text("/Server/MgtHostName")).isEqualTo("ui.ei.wso2.com");
            assertThat(carbon.text("/Server/Ports/Offset")).isEqualTo("0");
            Dom catalina = Dom.of(plan.files().get(Layout.CATALINA));
            assertThat(catalina.text(PLAIN + "/@proxyPort")).isEqualTo("80");
            assertThat(catalina.text(PLAIN + "/@redirectPort")).isEqualTo("443");
            assertThat(catalina.text(SECURE + "/@proxyPort")).isEqualTo("443");
            assertThat(catalina.text("/Server/Service/Engine/Valve/@className")).isEqualTo(RemoteIpValve.CLASS);
            assertThat(catalina.text("/Server/Service/Engine/Valve/@httpsServerPort"))
                    .isEqualTo("443");
            assertThat(plan.listeners()).contains(new ListenerPorts(8280, 8243, 9443, 9763, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void theGuidesClusterChangesNoOtherByte(StockHome home) {
        Cluster cluster = TestClusters.guide().build();
        NodePlan plan = plan(home, home, cluster, cluster.nodes().get(0));

        assertThat(text(plan.files().get(Layout.AXIS2))).isEqualTo(expectedAxis2(original(home, Layout.AXIS2)));
        assertThat(text(plan.files().get(Layout.CARBON)))
                .isEqualTo(original(home, Layout.CARBON)
                        .replace("<!--HostName>www.wso2.org</HostName-->", "<HostName>ei.wso2.com</HostName>")
                        .replace(
                                "<!--MgtHostName>mgt.wso2.org</MgtHostName-->",
                                "<MgtHostName>ui.ei.wso2.com</MgtHostName>"));
        assertThat(text(plan.files().get(Layout.CATALINA))
                        .replaceAll("\\s+proxyPort=\"(80|443)\"(?=[^<]*(/>|</Connector>|<SSLHostConfig))", "")
                        .replace("redirectPort=\"443\"", "redirectPort=\"9443\"")
                        .replaceFirst("(?m)^ *<Valve className=\"" + RemoteIpValve.CLASS + "\"[^<>]*/>\r?\n", "")
                        .replace("sslEnabledProtocols=\"TLSv1.2\"", "sslEnabledProtocols=\"TLSv1,TLSv1.1,TLSv1.2\"")
                        .replace("protocols=\"+TLSv1.2\"", "protocols=\"+TLSv1,+TLSv1.1,+TLSv1.2\""))
                .isEqualTo(original(home, Layout.CATALINA));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("homesAndScenarios")
    void onlyLinesThatAnEditNamesAreTouched(StockHome home, String name, TestClusters clusters) {
        Cluster cluster = clusters.build();
        for (Node node : cluster.nodes()) {
            NodePlan plan = plan(home, home, cluster, node);

            assertThat(plan.failed()).as("%s", plan.problems()).isFalse();
            for (String path : OURS) {
                String before = original(home, path);
                byte[] after = plan.files().getOrDefault(path, before.getBytes(ISO_8859_1));
                assertThat(removedLines(before, text(after)))
                        .as("%s of %s in %s", path, node.id(), name)
                        .allMatch(line -> line.matches(EDITABLE));
                assertThat(Dom.comments(before.getBytes(ISO_8859_1)))
                        .as("comments of %s", path)
                        .containsSubsequence(Dom.comments(after));
                Dom.of(after);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("homesAndScenarios")
    void aSecondRunOverItsOwnOutputChangesNothing(StockHome home, String name, TestClusters clusters) {
        Cluster cluster = clusters.build();
        for (Node node : cluster.nodes()) {
            NodePlan once = plan(home, home, cluster, node);
            NodePlan twice = plan(home, new Laid(home, once.files()), cluster, node);

            assertThat(twice.files()).as(name).isEmpty();
            assertThat(twice.listeners()).isEqualTo(once.listeners());
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void nodesOfOneHostDifferInOffsetAndMemberPort(StockHome home) {
        Cluster cluster = oneHost().build();
        for (Node node : cluster.nodes()) {
            NodePlan plan = plan(home, home, cluster, node);

            int i = node.portOffset();
            Dom axis2 = Dom.of(plan.files().get(Layout.AXIS2));
            assertThat(axis2.text(PARAMETER.formatted("localMemberPort"))).isEqualTo("" + (4100 + i));
            assertThat(axis2.texts("/axisconfig/clustering/members/member/port"))
                    .containsExactly("4100", "4101", "4102");
            assertThat(Dom.of(plan.files().get(Layout.CARBON)).text("/Server/Ports/Offset"))
                    .isEqualTo("" + i);
            assertThat(plan.listeners()).contains(new ListenerPorts(8280 + i, 8243 + i, 9443 + i, 9763 + i, i));
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void schemesWithoutAddressesDropTheShippedLoopbackAddress(StockHome home) {
        for (String name : List.of("kubernetes", "aws", "multicast")) {
            TestClusters clusters = scenarios().get(name);
            Cluster cluster = clusters.build();
            Dom axis2 = Dom.of(
                    plan(home, home, cluster, cluster.nodes().get(0)).files().get(Layout.AXIS2));

            assertThat(axis2.count(PARAMETER.formatted("localMemberHost"))).isZero();
            assertThat(axis2.text(PARAMETER.formatted("membershipScheme"))).isEqualTo(name);
            for (Parameter parameter : clusters.parameters) {
                assertThat(axis2.text(PARAMETER.formatted(parameter.name())))
                        .isEqualTo(parameter.text().orElse("hush"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void declaredPortsAndAddressesAreInTheRightListeners(StockHome home) {
        Cluster cluster = portsAndAddresses().build();
        NodePlan plan = plan(home, home, cluster, cluster.nodes().get(0));

        Dom axis2 = Dom.of(plan.files().get(Layout.AXIS2));
        assertThat(axis2.texts("/axisconfig/transportReceiver/parameter[@name='bind-address']"))
                .containsExactly("10.0.0.1", "10.0.0.1");
        assertThat(plan.listeners()).contains(new ListenerPorts(9281, 9244, 10444, 10764, 1));
        Dom catalina = Dom.of(plan.files().get(Layout.CATALINA));
        assertThat(catalina.text(SECURE + "/@port")).isEqualTo("10443");
        assertThat(catalina.text(SECURE + "/@address")).isEqualTo("10.0.0.1");
        assertThat(catalina.text(PLAIN + "/@port")).isEqualTo("10763");
        assertThat(catalina.text(PLAIN + "/@address")).isEqualTo("10.0.0.1");
    }

    private static String expectedAxis2(String original) {
        String member = """
                    <member>
                        <hostName>%s</hostName>
                        <port>4100</port>
                    </member>
        """;
        String members = "<members>\n" + member.formatted("192.168.57.11") + member.formatted("192.168.57.12")
                + "        </members>";
        String sample =
                "<!--parameter name=\"WSDLEPRPrefix\" locked=\"false\">https://apachehost:port/somepath</parameter-->";
        String live = "<parameter name=\"WSDLEPRPrefix\" locked=\"false\">%s</parameter>";
        int https = original.indexOf("<transportReceiver name=\"https\"");
        String http = original.substring(0, https).replace(sample, live.formatted("http://ei.wso2.com:80"));
        return (http + original.substring(https).replace(sample, live.formatted("https://ei.wso2.com:443")))
                .replaceFirst("(<clustering [^>]*enable=\")false", "$1true")
                .replaceFirst("(<parameter name=\"clusteringPattern\">)\\w+", "$1nonWorkerManager")
                .replaceFirst("(<parameter name=\"membershipScheme\">)\\w+", "$1wka")
                .replaceFirst("(<parameter name=\"domain\">)[\\w.]+", "$1wso2.ei.domain")
                .replaceFirst("(<parameter name=\"localMemberHost\">)127.0.0.1", "$1192.168.57.11")
                .replaceFirst("(?s)<members>.*?</members>", members)
                .replaceFirst("(<parameter name=\"HttpsProtocols\">)[\\w.,]+", "$1TLSv1.2");
    }

    private static NodePlan plan(StockHome stock, Home base, Cluster cluster, Node node) {
        return new NodePlanner(cluster, List.of(), base, stock.version())
                .plan(node, MapHome.empty("overlay"), NodeKeystores.UNCHANGED, VaultInput.NONE);
    }

    private static List<String> removedLines(String before, String after) {
        return DiffUtils.diff(lines(before), lines(after)).getDeltas().stream()
                .flatMap(delta -> delta.getSource().getLines().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Lines with their ending, so that a changed ending is a changed line. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)", -1));
    }

    private static String original(Home home, String path) {
        return text(home.read(path).orElseThrow());
    }

    private static String text(byte[] content) {
        return new String(content, ISO_8859_1);
    }
}

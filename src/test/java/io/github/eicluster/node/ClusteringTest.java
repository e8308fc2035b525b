package io.github.eicluster.node;

import static io.github.eicluster.node.TestClusters.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Membership.Parameter;
import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteringTest {

    private static final String PARAMETER = "/axisconfig/clustering/parameter[@name='%s']";

    @Test
    void theGuidesClusterIsSwitchedOnWithAllItsValues() {
        Dom dom = apply(MapHome.mini(), TestClusters.guide());

        assertThat(dom.text("/axisconfig/clustering/@enable")).isEqualTo("true");
        assertThat(dom.text("/axisconfig/clustering/@class")).isEqualTo(Clustering.AGENT);
        assertThat(parameter(dom, "clusteringPattern")).isEqualTo("nonWorkerManager");
        assertThat(parameter(dom, "AvoidInitiation")).isEqualTo("true");
        assertThat(parameter(dom, "membershipScheme")).isEqualTo("wka");
        assertThat(parameter(dom, "domain")).isEqualTo("wso2.ei.domain");
        assertThat(parameter(dom, "localMemberHost")).isEqualTo("192.168.57.11");
        assertThat(parameter(dom, "localMemberPort")).isEqualTo("4100");
        assertThat(members(dom)).containsExactly("192.168.57.11:4100", "192.168.57.12:4100");
        assertThat(dom.text("/axisconfig/clustering/groupManagement/@enable")).isEqualTo("false");
        assertThat(dom.count(PARAMETER.formatted("groupPassword"))).isZero();
    }

    @Test
    void everyNodeHasItsOwnAddressAndTheSameMembers() {
        Dom dom = Applied.on(new Clustering(), MapHome.mini(), TestClusters.guide(), 1, "6.4.0")
                .dom(Layout.AXIS2);

        assertThat(parameter(dom, "localMemberHost")).isEqualTo("192.168.57.12");
        assertThat(members(dom)).containsExactly("192.168.57.11:4100", "192.168.57.12:4100");
    }

    @Test
    void thePatternOfEi600IsReplacedSinceNoTaskWouldRun() {
        MapHome base = MapHome.mini().replace(Layout.AXIS2, ">nonWorkerManager<", ">WorkerManager<");

        assertThat(parameter(apply(base, TestClusters.guide()), "clusteringPattern"))
                .isEqualTo("nonWorkerManager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusteringPattern", "AvoidInitiation", "membershipScheme", "domain", "localMemberPort"})
    void aMissingParameterIsInserted(String name) {
        MapHome base = MapHome.mini();
        base.text(Layout.AXIS2, base.text(Layout.AXIS2).replaceAll("(?m)^.*<parameter name=\"" + name + "\">.*\n", ""));

        Dom before = Dom.of(base.read(Layout.AXIS2).orElseThrow());
        assertThat(before.count(PARAMETER.formatted(name))).isZero();
        Dom complete = apply(MapHome.mini(), TestClusters.guide());
        assertThat(parameter(apply(base, TestClusters.guide()), name)).isEqualTo(parameter(complete, name));
    }

    @Test
    void withOthersANodeDoesNotListItself() {
        TestClusters cluster = TestClusters.of(node("a", "10.0.0.1"), node("b", "10.0.0.2"), node("c", "10.0.0.3"));
        cluster.listSelf = false;

        Dom dom = Applied.on(new Clustering(), MapHome.mini(), cluster, 1, "6.4.0")
                .dom(Layout.AXIS2);

        assertThat(members(dom)).containsExactly("10.0.0.1:4100", "10.0.0.3:4100");
    }

    @Test
    void aSingleNodeWithOthersHasAnEmptyListAndNoLoopbackMember() {
        TestClusters cluster = TestClusters.of(node("a", "10.0.0.1"));
        cluster.listSelf = false;

        Dom dom = apply(MapHome.mini(), cluster);

        assertThat(dom.count("/axisconfig/clustering/members")).isOne();
        assertThat(members(dom)).isEmpty();
    }

    @Test
    void furtherMembersFollowTheNodesAndAreListedOnce() {
        TestClusters cluster = TestClusters.guide();
        cluster.furtherMembers = List.of(new Member("192.168.1.2-10", 4200), new Member("192.168.57.12", 4100));

        assertThat(members(apply(MapHome.mini(), cluster)))
                .containsExactly("192.168.57.11:4100", "192.168.57.12:4100", "192.168.1.2-10:4200");
    }

    @Test
    void ipv6AddressesAreWrittenInBracketsAndInFull() {
        TestClusters cluster = TestClusters.of(node("a", "2001:DB8::1"), node("b", "[2001:db8::2]"));

        Dom dom = apply(MapHome.mini(), cluster);

        assertThat(parameter(dom, "localMemberHost")).isEqualTo("[2001:db8:0:0:0:0:0:1]");
        assertThat(members(dom)).containsExactly("[2001:db8:0:0:0:0:0:1]:4100", "[2001:db8:0:0:0:0:0:2]:4100");
    }

    @ParameterizedTest
    @CsvSource({
        "6.0.0, 127.0.0.1, 127.0.0.1:4100",
        "6.4.0, localhost, localhost:4100",
        "6.4.0, 127.0.0.2, 127.0.0.2",
        "6.6.0, 127.0.0.1, 127.0.0.1"
    })
    void upTo65ALoopbackAddressIsAdvertisedWithItsPort(String version, String host, String advertised) {
        TestClusters cluster = TestClusters.of(node("a", host), node("b", "127.0.0.3"));

        Dom dom = Applied.on(new Clustering(), MapHome.mini(), cluster, 0, version)
                .dom(Layout.AXIS2);

        assertThat(parameter(dom, "localMemberHost")).isEqualTo(advertised);
        assertThat(parameter(dom, "localMemberPort")).isEqualTo("4100");
    }

    @Test
    void withoutAnAddressTheShippedLoopbackAddressIsRemoved() {
        TestClusters cluster = TestClusters.of(
                node("a", Optional.empty(), 0, 4100, Optional.empty(), Ports.OF_BASE),
                node("b", Optional.empty(), 0, 4101, Optional.empty(), Ports.OF_BASE));
        cluster.scheme = Scheme.KUBERNETES;
        cluster.parameters = List.of(
                Parameter.of("membershipSchemeClassName", "org.wso2.carbon.membership.scheme.kubernetes.Scheme"),
                Parameter.of("KUBERNETES_NAMESPACE", "a<b&c"));

        Dom dom = Applied.on(new Clustering(), MapHome.mini(), cluster, 1, "6.4.0")
                .dom(Layout.AXIS2);

        assertThat(dom.count(PARAMETER.formatted("localMemberHost"))).isZero();
        assertThat(parameter(dom, "localMemberPort")).isEqualTo("4101");
        assertThat(parameter(dom, "membershipScheme")).isEqualTo("kubernetes");
        assertThat(parameter(dom, "KUBERNETES_NAMESPACE")).isEqualTo("a<b&c");
        assertThat(dom.texts("/axisconfig/clustering/parameter/@name"))
                .containsSubsequence("membershipScheme", "membershipSchemeClassName", "KUBERNETES_NAMESPACE");
    }

    @Test
    void parametersOfTheSchemeAreChangedUncommentedOrInserted() {
        TestClusters cluster = TestClusters.guide();
        cluster.scheme = Scheme.MULTICAST;
        cluster.parameters = List.of(
                Parameter.of("mcastAddress", "228.0.0.7"),
                Parameter.of("mcastPort", "45000"),
                Parameter.of("mcastTTL", "8"));

        Applied applied = Applied.first(new Clustering(), MapHome.mini(), cluster);
        Dom dom = applied.dom(Layout.AXIS2);

        assertThat(parameter(dom, "mcastAddress")).isEqualTo("228.0.0.7");
        assertThat(parameter(dom, "mcastPort")).isEqualTo("45000");
        assertThat(parameter(dom, "mcastTTL")).isEqualTo("8");
        assertThat(applied.text(Layout.AXIS2))
                .contains("        <parameter name=\"mcastAddress\">228.0.0.7</parameter>\n")
                .doesNotContain("<!--<parameter name=\"mcastAddress\"")
                .contains("<!--<parameter name=\"licenseKey\">key</parameter>-->");
        assertThat(members(dom)).containsExactly("127.0.0.1:4000");
    }

    @Test
    void secretParametersAreWrittenAndCounted() {
        TestClusters cluster = TestClusters.guide();
        cluster.scheme = Scheme.AWS;
        cluster.parameters = List.of(
                Parameter.of("accessKey", new Secret("AKIA", Secret.Source.SETTINGS)),
                Parameter.of("secretKey", new Secret("hush", Secret.Source.SETTINGS)),
                Parameter.of("region", "eu-west-1"));

        Applied applied = Applied.first(new Clustering(), MapHome.mini(), cluster);

        assertThat(parameter(applied.dom(Layout.AXIS2), "secretKey")).isEqualTo("hush");
        assertThat(applied.files().clearSecrets()).containsEntry(Layout.AXIS2, 2);
    }

    @Test
    void theGroupPasswordFollowsTheDomain() {
        TestClusters cluster = withPassword("p&w");

        Applied applied = Applied.first(new Clustering(), MapHome.mini(), cluster);

        assertThat(parameter(applied.dom(Layout.AXIS2), "groupPassword")).isEqualTo("p&w");
        assertThat(applied.dom(Layout.AXIS2).texts("/axisconfig/clustering/parameter/@name"))
                .containsSequence("domain", "groupPassword");
        assertThat(applied.files().clearSecrets()).containsEntry(Layout.AXIS2, 1);
        assertThat(applied.problems()).isEmpty();
    }

    @Test
    void onEi65TheGroupPasswordStillProtects() {
        assertThat(Applied.on(new Clustering(), MapHome.mini(), withPassword("hush"), 0, "6.5.0")
                        .files()
                        .problems())
                .isEmpty();
    }

    @Test
    void onEi66TheGroupPasswordIsSaidToProtectNothing() {
        Applied applied = Applied.on(new Clustering(), MapHome.mini(), withPassword("hush"), 0, "6.6.0");

        assertThat(applied.files().problems())
                .containsExactly(Problem.warning(
                        "cluster/membership/serverId",
                        "groupPassword protects nothing on EI 6.6.0, whose Hazelcast 3.12 compares only the group's"
                                + " name. Keep strangers away from the member ports by a firewall or a network policy;"
                                + " the element can go."));
    }

    @Test
    void anAlreadyClusteredFileGetsTheNewMembersAndKeepsWhatThePomDoesNotSay() {
        TestClusters cluster = TestClusters.of(node("a", "10.0.0.1"), node("b", "10.0.0.2"));

        Applied applied = Applied.first(new Clustering(), handMade(), cluster);
        Dom dom = applied.dom(Layout.AXIS2);

        assertThat(members(dom)).containsExactly("10.0.0.1:4100", "10.0.0.2:4100");
        assertThat(parameter(dom, "groupPassword")).isEqualTo("by hand");
        assertThat(parameter(dom, "clusteringPattern")).isEqualTo("nonWorkerManager");
        assertThat(dom.text("/axisconfig/clustering/groupManagement/@enable")).isEqualTo("false");
    }

    @Test
    void whiteSpaceAroundTheDomainGoesSinceItWouldBePartOfTheGroupsName() {
        TestClusters cluster = TestClusters.guide();
        cluster.domain = "prod.domain";

        assertThat(parameter(apply(handMade(), cluster), "domain")).isEqualTo("prod.domain");
    }

    @Test
    void anUnchangedMemberListKeepsItsFormatting() {
        TestClusters cluster = TestClusters.of(node("a", "10.0.0.1"), node("b", "10.0.0.2"), node("c", "10.0.0.3"));

        assertThat(Applied.first(new Clustering(), handMade(), cluster).text(Layout.AXIS2))
                .contains("\t\t\t<member><hostName>10.0.0.2</hostName><port>4100</port></member>\n");
    }

    @Test
    void lineEndingsAndTabsOfTheFileAreKept() {
        MapHome base = handMade();
        base.text(Layout.AXIS2, base.text(Layout.AXIS2).replace("\n", "\r\n"));

        String text =
                Applied.first(new Clustering(), base, TestClusters.guide()).text(Layout.AXIS2);

        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text).contains("\t\t<parameter name=\"clusteringPattern\">nonWorkerManager</parameter>\r\n");
        assertThat(text).contains("\t\t\t<member>\r\n");
    }

    @Test
    void aCommentedOutSectionIsSwitchedOn() {
        MapHome base = MapHome.mini()
                .text(
                        Layout.AXIS2,
                        "<axisconfig>\n    <!--<clustering class=\"" + Clustering.AGENT
                                + "\" enable=\"false\">\n        <parameter name=\"domain\">x</parameter>\n"
                                + "    </clustering>-->\n</axisconfig>\n");

        Dom dom = apply(base, TestClusters.guide());

        assertThat(dom.text("/axisconfig/clustering/@enable")).isEqualTo("true");
        assertThat(members(dom)).containsExactly("192.168.57.11:4100", "192.168.57.12:4100");
    }

    @Test
    void aFileWithoutTheSectionIsRefusedWithPlaceVersionAndRemedy() {
        MapHome base = MapHome.mini()
                .text(Layout.AXIS2, "<axisconfig>\n    <parameter name=\"x\">y</parameter>\n</axisconfig>\n");

        assertThatThrownBy(() -> apply(base, TestClusters.guide()))
                .isInstanceOf(EditException.class)
                .hasMessage(
                        "conf/axis2/axis2.xml (EI 6.4.0, mini.zip):1: no element /axisconfig/clustering: <axisconfig>"
                                + " here holds no clustering; add it or restore the shipped element.");
    }

    @Test
    void aCommentedOutMemberListBecomesTheList() {
        MapHome base = MapHome.mini()
                .replace(Layout.AXIS2, "        <members>\n", "        <!--<members>\n")
                .replace(Layout.AXIS2, "        </members>\n", "        </members>-->\n");

        assertThat(members(apply(base, TestClusters.guide())))
                .containsExactly("192.168.57.11:4100", "192.168.57.12:4100");
    }

    @Test
    void aSecondRunChangesNothing() {
        MapHome base = MapHome.mini();
        for (TestClusters cluster : List.of(TestClusters.guide(), withPassword("x"))) {
            MapHome once = base.with(
                    Applied.first(new Clustering(), base, cluster).files().changed());

            assertThat(Applied.first(new Clustering(), once, cluster).files().changed())
                    .isEmpty();
        }
    }

    private static TestClusters withPassword(String password) {
        TestClusters cluster = TestClusters.guide();
        cluster.groupPassword = Optional.of(new Secret(password, Secret.Source.SETTINGS));
        return cluster;
    }

    private static MapHome handMade() {
        return MapHome.mini().resource(Layout.AXIS2, "axis2-hand-made.xml");
    }

    private static Dom apply(MapHome base, TestClusters cluster) {
        return Applied.first(new Clustering(), base, cluster).dom(Layout.AXIS2);
    }

    private static String parameter(Dom dom, String name) {
        return dom.text(PARAMETER.formatted(name));
    }

    private static List<String> members(Dom dom) {
        List<String> hosts = dom.texts("/axisconfig/clustering/members/member/hostName");
        List<String> ports = dom.texts("/axisconfig/clustering/members/member/port");
        return java.util.stream.IntStream.range(0, hosts.size())
                .mapToObj(i -> hosts.get(i) + ":" + ports.get(i))
                .toList();
    }
}

package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodePlannerTest {

    @Test
    void listenersAreReadFromTheFinalFilesWithTheOffset() {
        MapHome base = base().replace(Layout.AXIS2, ">8243<", ">8555<");
        TestClusters cluster = TestClusters.of(TestClusters.node(
                "a",
                Optional.of("10.0.0.1"),
                3,
                4100,
                Optional.empty(),
                new Ports(OptionalInt.of(9280), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty())));

        assertThat(plan(base, cluster).listeners()).contains(new ListenerPorts(9283, 8558, 9446, 9766, 3));
    }

    @Test
    void anAbsentListenerIsZeroAndAnAbsentPortTheServersDefault() {
        MapHome base = base();
        String text = base.text(Layout.AXIS2);
        base.text(
                Layout.AXIS2,
                text.substring(0, text.indexOf("     <transportReceiver name=\"http\""))
                        + text.substring(text.indexOf("     <transportReceiver name=\"https\"")));
        base.replace(Layout.AXIS2, "        <parameter name=\"port\" locked=\"false\">8243</parameter>\n", "");

        assertThat(plan(base, TestClusters.guide()).listeners()).contains(new ListenerPorts(0, 8280, 9443, 9763, 0));
    }

    @Test
    void aPortThatIsNoNumberIsAnError() {
        NodePlan plan = plan(base().replace(Layout.AXIS2, ">8243<", ">${https}<"), TestClusters.guide());

        assertThat(plan.listeners()).isEmpty();
        assertThat(plan.problems())
                .contains(Problem.error(
                        "node1",
                        "conf/axis2/axis2.xml (EI 6.4.0, mini.zip): the port of the receiver https is '${https}', not a"
                                + " number; upstreams and firewall rules depend on it. Write the number itself."));
    }

    @Test
    void aSumThatIsNoPortIsAnError() {
        TestClusters cluster = TestClusters.of(
                TestClusters.node("a", Optional.of("10.0.0.1"), 60000, 4100, Optional.empty(), Ports.OF_BASE));

        assertThat(plan(base(), cluster).problems())
                .contains(Problem.error(
                        "a",
                        "conf/axis2/axis2.xml (EI 6.4.0, mini.zip): the port of the receiver http is 8280, with the"
                                + " offset 60000 it is 68280, which is no port. Choose a sum between 1 and 65535."));
    }

    @Test
    void aFileThatIsNotWellFormedIsReportedOnceAndTheOthersAreStillPlanned() {
        NodePlan plan = plan(base().text(Layout.AXIS2, "<axisconfig><clustering></axisconfig>"), TestClusters.guide());

        assertThat(plan.problems().stream().map(Problem::text).filter(text -> text.contains("axis2.xml")))
                .singleElement()
                .asString()
                .startsWith("distribution: conf/axis2/axis2.xml (EI 6.4.0, mini.zip):1:");
        assertThat(plan.failed()).isTrue();
        assertThat(plan.files()).containsKeys(Layout.CARBON, Layout.CATALINA).doesNotContainKey(Layout.AXIS2);
    }

    @Test
    void aBrokenFileOfAnOverlayIsReportedWithItsNode() {
        MapHome overlay = MapHome.empty("src/main/ei/node1").text(Layout.CARBON, "<Server>");
        Cluster cluster = TestClusters.guide().build();

        NodePlan plan = new NodePlanner(cluster, List.of(), base(), EiVersion.parse("6.4.0"))
                .plan(cluster.nodes().get(0), overlay, NodeKeystores.UNCHANGED, VaultInput.NONE);

        assertThat(plan.problems().stream().map(Problem::text).filter(text -> text.contains("carbon.xml")))
                .singleElement()
                .asString()
                .startsWith("node1: conf/carbon.xml (EI 6.4.0, src/main/ei/node1):1:");
    }

    @Test
    void customEditsComeLastAndTheListenersSayWhatTheyDid() {
        Cluster cluster = TestClusters.guide().build();
        List<CustomEdit> edits = List.of(
                text(Layout.AXIS2, "/axisconfig/clustering/parameter[@name='domain']", "edited"),
                text(Layout.AXIS2, "/axisconfig/transportReceiver[@name='http']/parameter[@name='port']", "18280"),
                text(Layout.CARBON, "/Server/Ports/Offset", "2"));

        NodePlan plan = new NodePlanner(cluster, edits, base(), EiVersion.parse("6.4.0"))
                .plan(cluster.nodes().get(0), MapHome.empty("overlay"), NodeKeystores.UNCHANGED, VaultInput.NONE);

        assertThat(Dom.of(plan.files().get(Layout.AXIS2)).text("/axisconfig/clustering/parameter[@name='domain']"))
                .isEqualTo("edited");
        assertThat(plan.listeners()).contains(new ListenerPorts(18282, 8245, 9445, 9765, 2));
    }

    private static CustomEdit text(String file, String target, String value) {
        return new CustomEdit(
                "edits/edit[1]",
                file,
                CustomEdit.Action.SET_TEXT,
                target,
                "",
                Optional.of(value),
                Optional.empty(),
                Set.of());
    }

    @Test
    void aMissingFileIsReportedOnce() {
        MapHome base = MapHome.empty("half.zip")
                .resource(Layout.CARBON, "carbon.xml")
                .resource(Layout.CATALINA, "catalina-tomcat7.xml");

        assertThat(plan(base, TestClusters.guide()).problems())
                .contains(Problem.error(
                        "distribution",
                        "half.zip: conf/axis2/axis2.xml is missing, which every EI 6.4.0 distribution has. Use a"
                                + " complete distribution of the integrator profile."))
                .doesNotHaveDuplicates();
    }

    @Test
    void otherProfilesAreNeverTouched() {
        MapHome base = base();
        for (String profile : List.of("broker", "business-process", "analytics")) {
            base.resource("wso2/" + profile + "/" + Layout.AXIS2, "axis2.xml")
                    .resource("wso2/" + profile + "/" + Layout.CARBON, "carbon.xml")
                    .resource("wso2/" + profile + "/" + Layout.CATALINA, "catalina-tomcat7.xml")
                    .text("wso2/" + profile + "/" + Layout.HAZELCAST_XML, "<hazelcast/>");
        }

        NodePlan plan = plan(base, TestClusters.guide());

        assertThat(plan.files().keySet()).allMatch(path -> path.startsWith("conf/"));
        assertThat(plan.problems()).isEqualTo(plan(base(), TestClusters.guide()).problems());
    }

    @Test
    void anOverlayIsEditedInPlaceOfTheBase() {
        MapHome overlay = MapHome.empty("src/main/ei/common")
                .text(Layout.CARBON, base().text(Layout.CARBON).replace("<Name>Mini<", "<Name>Ours<"));
        Cluster cluster = TestClusters.guide().build();

        NodePlan plan = new NodePlanner(cluster, List.of(), base(), EiVersion.parse("6.4.0"))
                .plan(cluster.nodes().get(0), overlay, NodeKeystores.UNCHANGED, VaultInput.NONE);

        Dom dom = Dom.of(plan.files().get(Layout.CARBON));
        assertThat(dom.text("/Server/Name")).isEqualTo("Ours");
        assertThat(dom.text("/Server/HostName")).isEqualTo("ei.wso2.com");
    }

    private static MapHome base() {
        return MapHome.mini();
    }

    private static NodePlan plan(MapHome base, TestClusters clusters) {
        Cluster cluster = clusters.build();
        return new NodePlanner(cluster, List.of(), base, EiVersion.parse("6.4.0"))
                .plan(cluster.nodes().get(0), MapHome.empty("overlay"), NodeKeystores.UNCHANGED, VaultInput.NONE);
    }
}

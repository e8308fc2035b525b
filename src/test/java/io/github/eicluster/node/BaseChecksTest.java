package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseChecksTest {

    private static final String SHIPPED = """
            #!/bin/sh
            # -DportOffset=1 -Dhazelcast.config=x -DworkerNode=true
              # -DworkerNode=true
            cd "$CARBON_HOME" # not with -DportOffset=1
            $JAVACMD \\
                -DworkerNode=false \\
                -Djava.net.preferIPv4Stack=true \\
                org.wso2.carbon.bootstrap.Bootstrap $*
            """;

    @Test
    void aShippedBaseHasNoProblems() {
        MapHome base = MapHome.mini()
                .text("bin/integrator.sh", SHIPPED)
                .text("bin/integrator.bat", "REM -DportOffset=1\r\n@rem -DportOffset=1\r\n:: -DworkerNode=true\r\n")
                .text("bin/README.txt", "-DportOffset=1\n")
                .text("wso2/broker/bin/wso2server.sh", "java -DportOffset=3 -DworkerNode=true\n");

        assertThat(apply(base, TestClusters.guide()).problems()).isEmpty();
        assertThat(apply(base, TestClusters.guide().withoutBalancer()).problems())
                .isEmpty();
    }

    @Test
    void aHazelcastXmlThatWouldReplaceOurSettingsIsAnError() {
        Applied applied = apply(MapHome.mini().text(Layout.HAZELCAST_XML, "<hazelcast/>"), TestClusters.guide());

        assertThat(applied.files().problems())
                .containsExactly(Problem.error(
                        "conf/etc/hazelcast.xml (EI 6.4.0, mini.zip)",
                        "if this file exists, the server takes its whole Hazelcast configuration from it, so that"
                                + " members, domain and ports of conf/axis2/axis2.xml do nothing. Remove the file;"
                                + " settings belong into cluster/membership/hazelcast."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            java -Dhazelcast.config=/etc/h.xml | '-Dhazelcast.config=/etc/h.xml' makes the server take its whole Hazelcast configuration from another file, so that members, domain and ports of conf/axis2/axis2.xml do nothing. Remove the option; settings belong into cluster/membership/hazelcast.
            java -DportOffset=2 | '-DportOffset=2' wins over Ports/Offset of conf/carbon.xml, so that every node made from this distribution gets the same offset. Remove the option; offsets belong into cluster/nodes/node/portOffset.
            java -DworkerNode=true | '-DworkerNode=true' starts every node as a worker of the old worker/manager pattern, to which clusteringPattern of conf/axis2/axis2.xml does not apply. Write -DworkerNode=false, as shipped.
            """)
    void anOptionInAScriptThatOverridesOurSettingsIsAnError(String line, String message) {
        for (String script : new String[] {"bin/integrator.sh", "bin/integrator.bat"}) {
            Applied applied = apply(MapHome.mini().text(script, "\r\n\r\n" + line + "\r\n"), TestClusters.guide());

            assertThat(applied.files().problems())
                    .containsExactly(Problem.error(script + " (EI 6.4.0, mini.zip):3", message));
        }
    }

    @Test
    void ipv6MembersAndAScriptThatSwitchesIpv6OffAreAnError() {
        TestClusters cluster = TestClusters.of(TestClusters.node("a", "2001:db8::1"));

        assertThat(apply(MapHome.mini().text("bin/integrator.sh", SHIPPED), cluster)
                        .files()
                        .problems())
                .containsExactly(Problem.error(
                        "bin/integrator.sh (EI 6.4.0, mini.zip):7",
                        "'-Djava.net.preferIPv4Stack=true' switches IPv6 off in Java, but the cluster has IPv6"
                                + " addresses (members or bindAddress) that nobody could reach. Use IPv4 addresses or"
                                + " host names, or lay a script without this option over the base"
                                + " (src/main/ei/common/bin)."));
    }

    @Test
    void aForeignClusteringClassIsAnError() {
        MapHome base = MapHome.mini()
                .replace(Layout.AXIS2, Clustering.AGENT, "org.apache.axis2.clustering.tribes.TribesClusteringAgent");

        assertThat(apply(base, TestClusters.guide()).files().problems())
                .containsExactly(Problem.error(
                        "conf/axis2/axis2.xml (EI 6.4.0, mini.zip):28",
                        "the clustering class 'org.apache.axis2.clustering.tribes.TribesClusteringAgent' does not form"
                                + " clusters of EI 6.x; only the Hazelcast agent does. Write class=\""
                                + Clustering.AGENT + "\"."));
    }

    @Test
    void anotherBalancersPrefixIsWarnedOfOnlyWithoutABalancer() {
        MapHome base = MapHome.mini().resource(Layout.AXIS2, "axis2-hand-made.xml");

        assertThat(apply(base, TestClusters.guide()).problems()).isEmpty();
        assertThat(apply(base, TestClusters.guide().withoutBalancer()).files().problems())
                .containsExactly(Problem.warning(
                        "conf/axis2/axis2.xml (EI 6.4.0, mini.zip):4",
                        "WSDLEPRPrefix 'https://old.example:8443' of the receiver https is the address of a load"
                                + " balancer, but the cluster declares none: WSDLs will send clients there. Declare"
                                + " cluster/loadBalancer, or remove the parameter (edits/edit with remove)."));
    }

    @Test
    void whatACustomEditDealsWithIsNotWarnedOf() {
        MapHome base = MapHome.mini()
                .resource(Layout.AXIS2, "axis2-hand-made.xml")
                .replace(Layout.CATALINA, "port=\"9763\"", "port=\"9763\" proxyPort=\"81\"");
        Cluster cluster = TestClusters.guide().withoutBalancer().build();
        List<CustomEdit> edits = List.of(
                edit(
                        Layout.AXIS2,
                        CustomEdit.Action.REMOVE,
                        "/axisconfig/transportReceiver[@name='https']/parameter[@name='WSDLEPRPrefix']",
                        ""),
                edit(
                        Layout.CATALINA,
                        CustomEdit.Action.REMOVE_ATTRIBUTE,
                        "/Server/Service/Connector[@port='9763']",
                        "proxyPort"));
        EiVersion version = EiVersion.parse("6.4.0");
        NodeFiles files = new NodeFiles(base, MapHome.empty("overlay"), version);

        new BaseChecks()
                .apply(
                        new NodeContext(
                                cluster,
                                cluster.nodes().get(0),
                                version,
                                edits,
                                NodeKeystores.UNCHANGED,
                                VaultInput.NONE),
                        files);
        assertThat(files.problems()).isEmpty();
        new BaseChecks()
                .apply(
                        new NodeContext(
                                cluster,
                                cluster.nodes().get(1),
                                version,
                                edits,
                                NodeKeystores.UNCHANGED,
                                VaultInput.NONE),
                        files);
        assertThat(files.problems()).hasSize(2);
    }

    private static CustomEdit edit(String file, CustomEdit.Action action, String target, String attribute) {
        return new CustomEdit(
                "edits/edit", file, action, target, attribute, Optional.empty(), Optional.empty(), Set.of("node1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalina-tomcat7.xml", "catalina-tomcat9.xml"})
    void anotherBalancersProxyPortIsWarnedOfUnlessOurBalancerServesTheConsole(String catalina) {
        MapHome base = MapHome.mini().resource(Layout.CATALINA, catalina);
        base.replace(Layout.CATALINA, "port=\"9763\"", "port=\"9763\" proxyPort=\"81\"");
        TestClusters consoleOff = TestClusters.guide();
        consoleOff.loadBalancer = Optional.of(TestClusters.balancer(OptionalInt.of(80), 443, false));

        assertThat(apply(base, TestClusters.guide()).problems()).isEmpty();
        for (TestClusters cluster : new TestClusters[] {TestClusters.guide().withoutBalancer(), consoleOff}) {
            int line = catalina.contains("7") ? 7 : 16;
            assertThat(apply(base, cluster).files().problems())
                    .containsExactly(Problem.warning(
                            "conf/tomcat/catalina-server.xml (EI 6.4.0, mini.zip):" + line,
                            "proxyPort '81' is the port of a load balancer, but the cluster declares none that serves"
                                    + " the console: its redirects will go to that port. Declare"
                                    + " cluster/loadBalancer with console, or remove the attribute (edits/edit with"
                                    + " remove)."));
        }
    }

    @Test
    void anOptionOfJavaThatTheScriptSetsAgainIsWarnedOf() {
        MapHome base = MapHome.mini().text("bin/integrator.sh", """
                [ -n "$JAVA_OPTS" ] && echo -Dfile.encoding=x
                $JAVACMD -Da=before $JAVA_OPTS \\
                    -Dfile.encoding=UTF8 -Dbcd=1 -Db.c=1 \\
                    -Dcom.sun.management.jmxremote
                """);
        TestClusters cluster = withOptions(
                Node.Os.LINUX,
                "-Dfile.encoding=latin1",
                "-Da=2",
                "-Db=3",
                "-Dcom.sun.management.jmxremote.port=1",
                "-Xss1m");

        assertThat(apply(base, cluster).problems())
                .containsExactly(
                        "bin/integrator.sh (EI 6.4.0, mini.zip):3: '-Dfile.encoding=UTF8' stands behind JAVA_OPTS, so"
                                + " that '-Dfile.encoding=latin1' of jvm/options does nothing. Remove the option, or lay a script"
                                + " without it over the base (src/main/ei/common/bin).");
    }

    @Test
    void aBatchFileHasItsOptionsOnOneLine() {
        MapHome base = MapHome.mini()
                .text("bin/integrator.bat", "set ARGS=-Da=1 %JAVA_OPTS% -Djava.opts=\"%JAVA_OPTS%\" -Db=2\r\n");

        assertThat(apply(base, withOptions(Node.Os.WINDOWS, "-Da=3", "-Db=3")).problems())
                .singleElement()
                .asString()
                .startsWith("bin/integrator.bat (EI 6.4.0, mini.zip):1: '-Db=2' stands behind JAVA_OPTS");
    }

    private static TestClusters withOptions(Node.Os os, String... options) {
        Jvm jvm = new Jvm(Optional.empty(), List.of(options), Optional.empty());
        return TestClusters.of(TestClusters.on(os, jvm, TestClusters.node("node1", "192.168.57.11")));
    }

    private static Applied apply(MapHome base, TestClusters cluster) {
        return Applied.first(new BaseChecks(), base, cluster);
    }
}

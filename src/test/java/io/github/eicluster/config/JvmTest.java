package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.Node;
import io.github.eicluster.testing.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTest {

    @Test
    void withoutTheElementTheStartScriptDecides() {
        assertThat(jvms("", "", "")).containsExactly(Jvm.OF_BASE, Jvm.OF_BASE);
        assertThat(Jvm.OF_BASE.environment(Node.Os.LINUX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2g, 2g, 2g",
        "<maximum>2G</maximum>, 2G, 2G",
        "<initial>512m</initial>, 512m, 1024m",
        "<initial>512m</initial><maximum>2048m</maximum>, 512m, 2048m",
        "<initial>2097152k</initial><maximum>2g</maximum>, 2097152k, 2g"
    })
    void oneSizeIsBoth(String heap, String initial, String maximum) {
        assertThat(jvms("<heap>" + heap + "</heap>", "", "").get(0).heap()).contains(new Jvm.Heap(initial, maximum));
    }

    @Test
    void whatANodeSaysStandsInPlaceOfTheSameElementOfTheCluster() {
        List<Jvm> jvms = jvms(
                "<heap><initial>1g</initial><maximum>2g</maximum></heap><options><option>-Da=1</option><option>-Db=2</option>"
                        + "</options><javaHome>/usr/lib/jvm/jdk8/</javaHome>",
                "",
                "<heap><maximum>3g</maximum></heap><options><option>-Dc=3</option></options><javaHome>/opt//jdk</javaHome>");

        assertThat(jvms)
                .containsExactly(
                        new Jvm(
                                Optional.of(new Jvm.Heap("1g", "2g")),
                                List.of("-Da=1", "-Db=2"),
                                Optional.of("/usr/lib/jvm/jdk8")),
                        new Jvm(Optional.of(new Jvm.Heap("1g", "3g")), List.of("-Dc=3"), Optional.of("/opt/jdk")));
    }

    @Test
    void theScriptsOfLinuxAndWindowsGetTheSizesInTheirOwnVariable() {
        Jvm jvm = new Jvm(Optional.of(new Jvm.Heap("1g", "2g")), List.of("-Da=1", "-Db=2"), Optional.of("/jdk"));

        assertThat(jvm.environment(Node.Os.LINUX))
                .isEqualTo(Map.of("JAVA_HOME", "/jdk", "JVM_MEM_OPTS", "-Xms1g -Xmx2g", "JAVA_OPTS", "-Da=1 -Db=2"));
        assertThat(jvm.environment(Node.Os.WINDOWS))
                .isEqualTo(Map.of("JAVA_HOME", "/jdk", "JAVA_OPTS", "-Xms1g -Xmx2g -Da=1 -Db=2"));
        assertThat(new Jvm(Optional.empty(), List.of("-Da=1"), Optional.empty()).environment(Node.Os.LINUX))
                .isEqualTo(Map.of("JAVA_OPTS", "-Da=1"));
    }

    /** The start script expands the variables without quotes. */
    @Test
    void aShellHandsOnEveryLegalOptionAsItIs(@TempDir Path folder) throws Exception {
        List<String> options = List.of(
                "-Dhttp.nonProxyHosts=*.example.com|10.*",
                "-Xloggc:gc-%t.log",
                "-Da=$HOME",
                "-Db=a;b&c",
                "-Dc=[x]?{1,2}");
        String xml = options.stream()
                .map(option -> "<option>" + option.replace("&", "&amp;") + "</option>")
                .reduce("", String::concat);
        Jvm jvm = jvms("<heap><initial>1g</initial><maximum>2g</maximum></heap><options>" + xml + "</options>", "", "")
                .get(0);

        Programs.Output output = Programs.run(
                folder,
                jvm.environment(Node.Os.LINUX),
                "/bin/sh",
                "-c",
                "for option in $JVM_MEM_OPTS $JAVA_OPTS; do printf '%s\\n' \"$option\"; done");

        assertThat(output.text()).isEqualTo("-Xms1g\n-Xmx2g\n" + String.join("\n", options) + "\n");
    }

    @ParameterizedTest
    @CsvSource({"2048", "2", "2t", "-1g", "1.5g", "0g", "2 g", "1m", "1024k", "9999999999g"})
    void whatIsNoSizeIsAMistake(String size) {
        assertThat(mistakes("<heap>" + size + "</heap>", ""))
                .containsExactly("cluster/jvm/heap: '" + size
                        + "' is no size of a heap. Write digits and a unit k, m or g, 2m at least, such as 2g.");
    }

    @Test
    void anInitialSizeBeyondTheMaximumIsAMistakeWhereItStands() {
        assertThat(mistakes("<heap><initial>2g</initial></heap>", ""))
                .containsExactly(
                        "cluster/jvm/heap/initial: '2g' exceeds the maximum '1024m'. Choose a lower initial size or a"
                                + " higher maximum.");
        assertThat(mistakes("<heap>2g</heap>", "<heap><initial>2049m</initial></heap>"))
                .containsExactly(
                        "cluster/nodes/node[1]/jvm/heap/initial: '2049m' exceeds the maximum '2g'. Choose a lower"
                                + " initial size or a higher maximum.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            UseG1GC              ~ is no option of java. Begin with a hyphen.
            -Da=b c              ~ holds a blank, at which the start script splits it. Write each option as an <option> of its own, with = for the blank before a value.
            -Da="b"              ~ holds a quote, which the start script does not take away. Write the value without quotes.
            -Da=`b               ~ holds a quote, which the start script does not take away. Write the value without quotes.
            -Da=b\\c             ~ holds \\, which integrator.sh of node1 does not hand on. Give node1 jvm/options of its own, or leave it out.
            -Xmx4g               ~ is a size of the heap. Use jvm/heap.
            -Xms4g               ~ is a size of the heap. Use jvm/heap.
            -XX:MaxHeapSize=4g   ~ is a size of the heap. Use jvm/heap.
            -DportOffset=1       ~ wins over Ports/Offset of conf/carbon.xml. Use cluster/nodes/node/portOffset.
            -Dhazelcast.config=h ~ makes the server take its whole Hazelcast configuration from another file, so that members, domain and ports of conf/axis2/axis2.xml do nothing. Use cluster/membership/hazelcast.
            -DworkerNode=true    ~ belongs to the old worker/manager pattern, and the start script sets it behind JAVA_OPTS. Remove it.
            -Dcarbon.home=/x     ~ leads the server away from its own home, and the start script sets it behind JAVA_OPTS. Remove it.
            """)
    void optionsThatWouldNotArriveOrBelongElsewhereAreMistakes(String option, String rule) {
        String xml = "<options><option>-Dfirst=1</option><option>" + option + "</option></options>";
        assertThat(Reading.cluster(cluster(xml, "", "")).mistakes())
                .as("said once for the cluster, however many nodes it concerns")
                .contains("cluster/jvm/options/option[2]: '" + option + "' " + rule)
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void propertiesThatOnlyBeginLikeOursAreLegal() {
        assertThat(mistakes(
                        "<options><option>-Dcarbon.homepage=x</option><option>-DportOffsets=1</option><option>-Xmn1g</option>"
                                + "<option>-Dcom.sun.management.jmxremote.port=9010</option></options>",
                        ""))
                .isEmpty();
    }

    @Test
    void aPasswordAmongTheOptionsIsAMistakeThatDoesNotShowIt() {
        assertThat(mistakes("<options><option>-Djavax.net.ssl.keyStorePassword=hush</option></options>", ""))
                .containsExactly(
                        "cluster/jvm/options/option[1]: '-Djavax.net.ssl.keyStorePassword=***' is a secret that"
                                + " everybody could read: it would stand in units, in RUNBOOK.md and in the list of processes. Set it"
                                + " in a configuration file (edits/edit with serverId).");
    }

    @Test
    void batchFilesTakeFewerCharacters() {
        String windows = "<os>windows</os>";
        assertThat(Reading.cluster(cluster("<options><option>-Da=x|y</option></options>", windows, ""))
                        .mistakes())
                .containsExactly(
                        "cluster/jvm/options/option[1]: '-Da=x|y' holds |, which integrator.bat of node1 does not hand"
                                + " on. Give node1 jvm/options of its own, or leave it out.");
        assertThat(Reading.cluster(cluster(
                                "<options><option>-Da=x|y</option></options>",
                                windows + "<jvm><options><option>-Da=C:\\x</option></options></jvm>",
                                ""))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void javaHomeIsAnAbsolutePathOfTheNodesSystem() {
        assertThat(mistakes("<javaHome>jdk8</javaHome>", ""))
                .containsExactly(
                        "cluster/jvm/javaHome: 'jdk8' is no absolute path that the start script can use. Begin with /,"
                                + " and use letters, digits and / . _ + @ - only.");
        assertThat(mistakes("<javaHome>/opt/my jdk</javaHome>", "<javaHome>/opt/../jdk</javaHome>"))
                .hasSize(2);
        String windows = "<os>windows</os>";
        assertThat(Reading.cluster(cluster("<javaHome>/usr/lib/jvm/jdk8</javaHome>", windows, ""))
                        .mistakes())
                .containsExactly(
                        "cluster/jvm/javaHome: '/usr/lib/jvm/jdk8' is no absolute path on Windows, which node1 runs."
                                + " Give node1 a jvm/javaHome of its own, such as C:\\Java\\jdk8.");
        assertThat(Reading.cluster(cluster(
                                "<javaHome>/usr/lib/jvm/jdk8</javaHome>",
                                windows + "<jvm><javaHome>C:\\Program Files\\jdk8</javaHome></jvm>",
                                ""))
                        .mistakes())
                .isEmpty();
    }

    private static List<Jvm> jvms(String cluster, String node1, String node2) {
        return Reading.cluster(cluster(cluster, jvm(node1), jvm(node2))).read().cluster().nodes().stream()
                .map(Node::jvm)
                .toList();
    }

    private static List<String> mistakes(String cluster, String node1) {
        return Reading.cluster(cluster(cluster, jvm(node1), "")).mistakes();
    }

    private static String jvm(String content) {
        return content.isEmpty() ? "" : "<jvm>" + content + "</jvm>";
    }

    private static String cluster(String jvm, String node1, String node2) {
        return "<hostName>ei.wso2.com</hostName><nodes><node><host>10.0.0.1</host>" + node1
                + "</node><node><host>10.0.0.2</host>" + node2 + "</node></nodes>"
                + "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>" + jvm(jvm);
    }
}

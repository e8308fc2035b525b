package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTest {

    private static final String DB = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>";
    private static final String JDK = "<jvm><javaHome>/jdk</javaHome></jvm>";
    private static final String TWO =
            "<node><id>a</id><host>10.0.0.1</host></node><node><id>b</id><host>10.0.0.2</host></node>";
    private static final String READERS = TWO.replace("</host>", "</host><registryReadOnly>true</registryReadOnly>");
    private static final String WINDOWS = TWO.replace("</host>", "</host><os>windows</os>");

    @Test
    void thereIsNoneUnlessDeclared() {
        Cluster cluster = cluster(TWO, "");
        assertThat(cluster.service()).isEmpty();
        assertThat(cluster.deploymentSync()).isEmpty();
    }

    @Test
    void emptyElementsTakeAllDefaults() {
        Cluster cluster = cluster(TWO, JDK + "<service/><deploymentSync/>");
        assertThat(cluster.service())
                .contains(new Service("wso2", "wso2", "/opt/wso2", 65535, 20000, true, 180, "0027"));
        assertThat(cluster.deploymentSync()).contains(new DeploymentSync("a", "wso2", 60, true, false));
    }

    @Test
    void textIsTheAccountOfAServiceAndTheSourceOfASynchronisation() {
        Cluster cluster = cluster(TWO, JDK + "<service>esb</service><deploymentSync>b</deploymentSync>");
        assertThat(cluster.service().map(Service::user)).contains("esb");
        assertThat(cluster.service().map(Service::group)).contains("esb");
        assertThat(cluster.deploymentSync()).contains(new DeploymentSync("b", "esb", 60, true, false));
    }

    @Test
    void theSourceIsTheFirstNodeOnLinuxThatWritesToTheRegistry() {
        String nodes = "<node><id>a</id><host>10.0.0.1</host><os>windows</os>" + windowsJdk() + "</node>"
                + "<node><id>b</id><host>10.0.0.2</host><registryReadOnly>true</registryReadOnly></node>"
                + "<node><id>c</id><host>10.0.0.3</host></node>";
        assertThat(cluster(nodes, JDK + "<service/><deploymentSync/>")
                        .deploymentSync()
                        .map(DeploymentSync::source))
                .contains("c");
    }

    @Test
    void everyNodeOnLinuxNeedsAJavaHome() {
        assertThat(Reading.cluster(of(TWO, "<service/>")).mistakes())
                .containsExactly(
                        "cluster/jvm/javaHome: is missing for a, b. systemd sets no JAVA_HOME, and the start script ends"
                                + " without one: give the directory of the JDK on the machine.");
        String own = TWO.replace("10.0.0.1</host>", "10.0.0.1</host>" + JDK);
        assertThat(Reading.cluster(of(own, "<service/>")).mistakes())
                .singleElement()
                .asString()
                .startsWith("cluster/jvm/javaHome: is missing for b. ");
    }

    @Test
    void aServiceWithoutANodeOnLinuxIsAMistake() {
        assertThat(Reading.cluster(of(WINDOWS, "<service/>")).mistakes())
                .containsExactly(
                        "cluster/service: no node runs Linux, and only Linux has systemd. Remove the element.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            user      ~ Wso2    ~ is no name of an account or a group. Use lower-case letters, digits, hyphens and underscores, at most 31, the first a letter or an underscore.
            group     ~ 1st     ~ is no name of an account or a group. Use lower-case letters, digits, hyphens and underscores, at most 31, the first a letter or an underscore.
            directory ~ opt     ~ is no absolute path that the start script can use. Begin with /, and use letters, digits and / . _ + @ - only.
            directory ~ /o/../x ~ is no absolute path that the start script can use. Begin with /, and use letters, digits and / . _ + @ - only.
            directory ~ /o x    ~ is no absolute path that the start script can use. Begin with /, and use letters, digits and / . _ + @ - only.
            directory ~ /o%i    ~ is no absolute path that the start script can use. Begin with /, and use letters, digits and / . _ + @ - only.
            openFiles ~ 1023    ~ is not a whole number (1024 to 1048576). Choose one within the limits.
            processes ~ many    ~ is not a whole number (1024 to 1048576). Write digits only.
            restart   ~ on-failure ~ is not one of always, no. Write one of them.
            stopTimeout ~ 9     ~ is not a whole number (10 to 3600). Choose one within the limits.
            umask     ~ 0028    ~ is no umask. Write three octal digits, with or without a 0 before them, such as 0027.
            umask     ~ 27      ~ is no umask. Write three octal digits, with or without a 0 before them, such as 0027.
            umask     ~ 0777    ~ would keep the server from its own files. Begin with 00, such as 0027.
            """)
    void wrongValuesAreMistakes(String name, String value, String rule) {
        String service = "<service><" + name + ">" + value + "</" + name + "></service>";
        assertThat(Reading.cluster(of(TWO, JDK + service)).mistakes())
                .containsExactly("cluster/service/" + name + ": '" + value + "' " + rule);
    }

    @Test
    void rootIsAWarningAndAMistakeInProduction() {
        String message =
                "cluster/service: 'root' would run the servers with all rights on their machines. Give an account of"
                        + " their own.";
        Reading reading = Reading.cluster(of(TWO, JDK + "<service>root</service>"));
        assertThat(reading.warnings()).contains(message);
        assertThat(reading.production().mistakes()).contains(message);
    }

    @Test
    void aSynchronisationNeedsAService() {
        assertThat(Reading.cluster(of(TWO, "<deploymentSync/>")).mistakes())
                .containsExactly(
                        "cluster/deploymentSync: needs cluster/service, which says where the homes of the nodes are and"
                                + " who owns them. Add <service>.");
    }

    @Test
    void theSourceHasToBeANodeOnLinuxThatWritesToTheRegistry() {
        assertThat(sync(TWO, "<source>c</source>"))
                .isEqualTo("cluster/deploymentSync/source: 'c' is the id of no node. Give one of a, b.");
        assertThat(sync(READERS, "<source>b</source>"))
                .isEqualTo(
                        "cluster/deploymentSync/source: 'b' is registryReadOnly: applications that bring registry resources"
                                + " cannot be deployed there. Choose a node that writes to the shared registry.");
        assertThat(sync(READERS, ""))
                .isEqualTo(
                        "cluster/deploymentSync: no node on Linux writes to the shared registry, so that there is none to"
                                + " fetch from. Remove registryReadOnly from one.");
        String first = TWO.replace("10.0.0.1</host>", "10.0.0.1</host><os>windows</os>" + windowsJdk());
        assertThat(sync(first + "<node><id>c</id><host>10.0.0.3</host></node>", "<source>a</source>"))
                .isEqualTo(
                        "cluster/deploymentSync/source: 'a' runs Windows, which has no rsync. Choose a node on Linux.");
    }

    @Test
    void thereHasToBeANodeThatFetches() {
        String first = TWO.replace("10.0.0.1</host>", "10.0.0.1</host><os>windows</os>" + windowsJdk());
        assertThat(sync(first, ""))
                .isEqualTo("cluster/deploymentSync: no other node on Linux could fetch from b. Remove the element.");
    }

    @Test
    void theSourceNeedsAHostThatTheOthersCanUse() {
        String nodes = "<node><id>a</id></node><node><id>b</id></node>";
        assertThat(Reading.cluster(of(
                                nodes,
                                "<membership><scheme>multicast</scheme></membership>" + JDK
                                        + "<service/><deploymentSync/>"))
                        .mistakes())
                .containsExactly(
                        "cluster/nodes/node[1]/host: is missing. The other nodes fetch deployment artifacts from a: give"
                                + " the address that they use.");
    }

    @Test
    void theAccountForSshIsChecked() {
        assertThat(sync(TWO, "<user>me@x</user>"))
                .startsWith("cluster/deploymentSync/user: 'me@x' is no name of an account or a group.");
        assertThat(sync(TWO, "<interval>9</interval>"))
                .isEqualTo(
                        "cluster/deploymentSync/interval: '9' is not a whole number (10 to 86400). Choose one within the"
                                + " limits.");
    }

    private static String windowsJdk() {
        return "<jvm><javaHome>C:\\jdk</javaHome></jvm>";
    }

    private static String sync(String nodes, String content) {
        return String.join(
                "\n",
                Reading.cluster(of(nodes, JDK + "<service/><deploymentSync>" + content + "</deploymentSync>"))
                        .mistakes());
    }

    private static Cluster cluster(String nodes, String more) {
        return Reading.cluster(of(nodes, more)).read().cluster();
    }

    private static String of(String nodes, String more) {
        return "<hostName>ei.wso2.com</hostName><nodes>" + nodes + "</nodes>" + DB + more;
    }
}

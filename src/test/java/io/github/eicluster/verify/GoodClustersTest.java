package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.StockHomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the plugin makes has no error and no warning but those listed here; shipped homes have exactly their known ones. */
class GoodClustersTest {

    /** Shipped passwords that the plugin leaves: remote task server, broker, from 6.5 on analytics. */
    private static final String SHIPPED_PASSWORDS = "EIC410 warning";

    /** Up to 6.5 a group password is declared or not; the guide has none. */
    private static final String NO_GROUP_PASSWORD = "EIC019 warning";

    static final List<String> VERSIONS = Miniatures.VERSIONS;

    static List<Path> stock() {
        return StockHomes.all();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void clustersMadeByThePluginHaveOnlyTheListedWarnings(String version) {
        assertKnown(version, Sample.guide(version));
        assertKnown(version, Sample.guide(version).declared());
        assertKnown(version, Sample.guide(version).withoutBalancer());
        assertKnown(version, Sample.oneMachine(version));
        assertKnown(version, Sample.oneMachine(version).declared());
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void haproxyAndOtherKindsOfTlsAreGoodToo(String version) {
        for (String balancer : List.of(
                "<type>haproxy</type>",
                "<type>nginx-plus</type>",
                "<type>nginx</type><tls>offload</tls>",
                "<type>nginx</type><tls>passthrough</tls>",
                "<type>haproxy</type><tls>offload</tls>",
                "<type>haproxy</type><tls>passthrough</tls>",
                "<type>nginx</type><console>false</console>",
                "<type>nginx</type><httpPort>none</httpPort><httpsPort>8443</httpsPort>")) {
            Sample sample = Sample.of(Miniatures.home(version), Sample.GUIDE.replace("<type>nginx</type>", balancer));
            assertKnown(version + " " + balancer, sample);
            assertKnown(version + " " + balancer, sample.declared());
        }
    }

    @ParameterizedTest
    @MethodSource("stock")
    void theRealDistributionsAreGoodWhenThePluginHasMadeAClusterOfThem(Path home) {
        assertKnown(version(home), Sample.of(home, Sample.GUIDE));
        assertKnown(version(home), Sample.of(home, Sample.ONE_MACHINE));
    }

    @ParameterizedTest
    @MethodSource("stock")
    void aRealDistributionAloneHasItsKnownFindingsAndNoOther(Path home) {
        String version = version(home);
        List<String> expected = new ArrayList<>();
        both(expected, "EIC311 warning", "conf/axis2/axis2.xml", "conf/tomcat/catalina-server.xml");
        List<String> keys = List.of(
                "conf/carbon.xml",
                "conf/axis2/axis2.xml",
                "conf/tomcat/catalina-server.xml",
                "conf/identity/identity.xml",
                "conf/cipher-standalone-config.properties");
        keys.forEach(file -> expected.add("EIC401 warning " + file));
        boolean expired = !version.equals("6.4.0");
        if (expired) {
            keys.forEach(file -> expected.add(
                    "EIC402 " + (file.contains("axis2") || file.contains("tomcat") ? "error " : "warning ") + file));
        }
        if (!version.equals("6.6.0")) {
            both(expected, "EIC409 warning", "conf/axis2/axis2.xml", "conf/tomcat/catalina-server.xml");
        }
        for (String file : List.of(
                "conf/carbon.xml",
                "conf/axis2/axis2.xml",
                "conf/tomcat/catalina-server.xml",
                "conf/identity/identity.xml",
                "conf/user-mgt.xml",
                "conf/etc/tasks-config.xml",
                "conf/jndi.properties")) {
            expected.add(SHIPPED_PASSWORDS + " " + file);
        }

        assertThat(files(Sample.single(home))).containsExactlyInAnyOrderElementsOf(new TreeSet<>(expected));
    }

    private static void both(List<String> expected, String finding, String first, String second) {
        expected.add(finding + " " + first);
        expected.add(finding + " " + second);
    }

    private static Set<String> files(Sample sample) {
        Set<String> files = new TreeSet<>();
        sample.judge().findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> files.add(finding.rule().id() + " "
                        + (finding.violation() ? finding.severity().text() : "unchecked") + " "
                        + finding.place().file()));
        return files;
    }

    private static void assertKnown(String what, Sample sample) {
        Set<String> known =
                what.startsWith("6.6") ? Set.of(SHIPPED_PASSWORDS) : Set.of(SHIPPED_PASSWORDS, NO_GROUP_PASSWORD);
        assertThat(sample.findings())
                .as(what)
                .allSatisfy(line -> assertThat(known).anyMatch(line::startsWith));
    }

    private static String version(Path home) {
        return home.getFileName().toString().replace("wso2ei-", "");
    }
}

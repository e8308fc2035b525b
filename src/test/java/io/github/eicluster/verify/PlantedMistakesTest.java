package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.AXIS2;
import static io.github.eicluster.verify.Cases.CLUSTERING;
import static io.github.eicluster.verify.Cases.MASTER;
import static io.github.eicluster.verify.Cases.REGISTRY;
import static io.github.eicluster.verify.Cases.field;
import static io.github.eicluster.verify.Cases.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many mistakes at once in two homes: each is found with its rule, file and line in one run. */
class PlantedMistakesTest {

    private static final String KEY_STORE =
            "/axisconfig/transportReceiver[@name='https']/parameter[@name='keystore']/KeyStore";
    private static final String LOCAL = "jdbc:mysql://carbondb.mysql-wso2.com:3306/LOCAL?useSSL=true";

    static Sample planted() {
        return Sample.guide()
                .at("2060-01-01T00:00:00Z")
                // the neighbour's address, a domain with a line break, a member that the file ships, half a list
                .xml(
                        "node2",
                        AXIS2,
                        f -> f.setText(parameter("localMemberHost"), "192.168.57.11")
                                .setText(parameter("domain"), "wso2.ei.domain\n")
                                .remove(CLUSTERING + "/members/member[hostName='192.168.57.11']")
                                .setText(KEY_STORE + "/Password", "wrong"))
                .xml(
                        "node1",
                        AXIS2,
                        f -> f.appendChild(
                                CLUSTERING + "/members",
                                "<member><hostName>127.0.0.1</hostName><port>4000</port></member>"))
                // mounts that dangle, cacheId and URL that differ, one local registry for both
                .xml(
                        "node2",
                        REGISTRY,
                        f -> f.setText("/wso2registry/mount[@path='/_system/config']/instanceId", "Instance")
                                .setText("/wso2registry/remoteInstance/cacheId", "root@jdbc:mysql://old:3306/REG"))
                .xml(
                        "node2",
                        MASTER,
                        f -> f.setText(
                                field("jdbc/WSO2RegistryDB", "url"), "jdbc:mysql://db:3306/REGISTRY_DB?useSSL=true"))
                .xml(MASTER, f -> f.setText(field("jdbc/WSO2CarbonDB", "url"), LOCAL))
                // half a vault, and a wrong offset in nginx
                .xml(
                        "node1",
                        MASTER,
                        f -> f.setText(field("jdbc/WSO2UMDB", "password"), "password")
                                .setAttribute(field("jdbc/WSO2UMDB", "password"), "svns:secretAlias", "Users.Password"))
                .balancer("conf.d/ei.https.conf", text -> text.replace("57.12:8243", "57.12:8244"));
    }

    @Test
    void eachIsFoundWithRuleFileAndLineInOneRun() {
        Sample sample = planted();
        Report report = sample.judge();

        assertThat(report.failed()).isTrue();
        expect(sample, report, "EIC011", "node2", AXIS2, "localMemberHost\">192.168.57.11");
        expect(sample, report, "EIC009", "node1", AXIS2, "<hostName>127.0.0.1");
        expect(sample, report, "EIC010", "node2", AXIS2, "<members>");
        expect(sample, report, "EIC004", "node2", AXIS2, "name=\"domain\"");
        expect(sample, report, "EIC104", "node2", REGISTRY, "<instanceId>Instance<");
        expect(sample, report, "EIC108", "node2", REGISTRY, "<cacheId>root@");
        expect(sample, report, "EIC107", "node2", MASTER, "jdbc:mysql://db:3306/REGISTRY_DB");
        expect(sample, report, "EIC110", "node2", MASTER, "3306/LOCAL");
        expect(sample, report, "EIC402", "node1", "conf/tomcat/catalina-server.xml", "ei-tls.jks");
        expect(sample, report, "EIC403", "node2", AXIS2, "<Password>");
        expect(sample, report, "EIC411", "node1", MASTER, "svns:secretAlias=\"Users.Password\"");
        expect(sample, report, "EIC313", "", "conf.d/ei.https.conf", "57.12:8244");
    }

    @Test
    void noFindingHoldsAPassword() {
        List<Finding> findings = planted().judge().findings();

        assertThat(findings)
                .extracting(finding -> finding.message() + finding.fix() + finding.observed())
                .noneMatch(text -> text.contains("regpass") || text.contains("bosspass") || text.contains("wrong"));
    }

    private static void expect(Sample sample, Report report, String rule, String node, String file, String line) {
        assertThat(report.findings())
                .as("%s at %s %s (%s)", rule, node, file, line)
                .filteredOn(
                        finding -> finding.violation() && finding.rule().id().equals(rule))
                .filteredOn(finding -> finding.place().node().equals(node)
                        && finding.place().file().equals(file))
                .anySatisfy(finding -> assertThat(text(sample, finding)).contains(line));
    }

    private static String text(Sample sample, Finding finding) {
        byte[] bytes = finding.place().node().isEmpty()
                ? sample.balancer(finding.place().file())
                : sample.content(finding.place().node(), finding.place().file());
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .split("\n", -1)[finding.place().line() - 1];
    }
}

package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.AXIS2;
import static io.github.eicluster.verify.Cases.CARBON;
import static io.github.eicluster.verify.Cases.CLUSTERING;
import static io.github.eicluster.verify.Cases.parameter;

/** Cases of the rules EIC001 to EIC029. */
final class ClusterCases {

    private static final String MEMBER_2 = CLUSTERING + "/members/member[hostName='192.168.57.12']";
    private static final String SECOND = "node2 " + AXIS2;

    private ClusterCases() {}

    private static Sample parameterOf(String name, String value) {
        return Sample.guide().xml("node2", AXIS2, file -> file.setText(parameter(name), value));
    }

    static void add(Cases cases) {
        cases.add(
                "EIC001",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.setAttribute(CLUSTERING, "enable", "false")),
                SECOND,
                "enable=\"false\"");
        cases.add(
                "EIC001",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.remove(CLUSTERING)),
                SECOND,
                "",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.removeAttribute(CLUSTERING, "enable")));
        cases.add(
                "EIC002",
                () -> Sample.guide()
                        .xml("node2", AXIS2, file -> file.setAttribute(CLUSTERING, "class", "org.example.A")),
                SECOND,
                "org.example.A");
        cases.add("EIC003", () -> parameterOf("domain", "ei.domain"), SECOND, "ei.domain");
        cases.add("EIC004", () -> parameterOf("domain", "wso2.ei.domain\n"), SECOND, "\"domain\"");
        cases.add("EIC004", () -> parameterOf("localMemberHost", " 192.168.57.12"), SECOND, "localMemberHost");
        cases.add("EIC005", () -> parameterOf("domain", "wso2.carbon.domain"), SECOND, "wso2.carbon.domain");
        cases.add("EIC006", () -> parameterOf("membershipScheme", "tcp"), SECOND, "tcp");
        cases.add("EIC006", () -> parameterOf("membershipScheme", "multicast"), SECOND, "multicast");
        cases.add(
                "EIC006",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.remove(parameter("membershipScheme"))),
                SECOND,
                "<clustering");
        cases.add(
                "EIC007",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.remove(MEMBER_2 + "/port")),
                SECOND,
                "<member>");
        cases.add(
                "EIC008",
                () -> parameterOf("localMemberHost", "127.0.0.1"),
                SECOND,
                "127.0.0.1",
                () -> Sample.oneMachine("6.6.0"));
        cases.add(
                "EIC008",
                () -> Sample.oneMachine("6.4.0")
                        .xml("node2", AXIS2, file -> file.setText(parameter("localMemberHost"), "127.0.0.1")),
                SECOND,
                ">127.0.0.1<",
                () -> Sample.oneMachine("6.4.0"));
        cases.add(
                "EIC009",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                AXIS2,
                                file -> file.appendChild(
                                        CLUSTERING + "/members",
                                        "<member><hostName>127.0.0.1</hostName><port>4000</port></member>")),
                SECOND,
                "127.0.0.1",
                () -> Sample.oneMachine("6.6.0"));
        cases.add(
                "EIC010",
                () -> Sample.guide().xml("node1", AXIS2, file -> file.remove(MEMBER_2)),
                "node1 " + AXIS2,
                "<members>");
        cases.add(
                "EIC010",
                () -> parameterOf("localMemberPort", "4101"),
                "node1 " + AXIS2,
                "<members>",
                () -> Sample.guide()
                        .xml(
                                AXIS2,
                                file -> file.remove(MEMBER_2)
                                        .setText(CLUSTERING + "/members/member/hostName", "192.168.57.11-12")));
        cases.add("EIC011", () -> parameterOf("localMemberHost", "192.168.57.11"), SECOND, "192.168.57.11");
        cases.add(
                "EIC012",
                () -> Sample.guide().xml("node1", AXIS2, file -> file.setText(MEMBER_2 + "/port", "4000")),
                "node1 " + AXIS2,
                "<port>4000");
        cases.add(
                "EIC013",
                () -> Sample.three().xml("node3", AXIS2, file -> file.remove(MEMBER_2)),
                "node3 " + AXIS2,
                "<members>");
        cases.add(
                "EIC014",
                () -> Sample.guide().xml(AXIS2, file -> file.setText(MEMBER_2 + "/hostName", "node2.example.com")),
                "node1 " + AXIS2,
                "node2.example.com");
        cases.add(
                "EIC015",
                () -> Sample.guide().xml(AXIS2, file -> file.setText(MEMBER_2 + "/hostName", "192.168.57.*")),
                "node1 " + AXIS2,
                "192.168.57.*");
        cases.add(
                "EIC015",
                () -> Sample.guide().xml(AXIS2, file -> file.setText(MEMBER_2 + "/hostName", "192.168.1-9.12")),
                "node1 " + AXIS2,
                "192.168.1-9.12",
                () -> Sample.guide().xml(AXIS2, file -> file.setText(MEMBER_2 + "/hostName", "192.168.57.12-20")));
        cases.add(
                "EIC016",
                () -> Sample.guide().put("node2", "conf/etc/hazelcast.xml", "<hazelcast/>"),
                "node2 conf/etc/hazelcast.xml",
                "");
        cases.add(
                "EIC016",
                () -> Sample.guide().text("node2", "bin/integrator.sh", text -> text + " -Dhazelcast.config=/x.xml\n"),
                "node2 bin/integrator.sh",
                "hazelcast.config");
        cases.add(
                "EIC017",
                () -> Sample.guide()
                        .property("node2", "conf/hazelcast.properties", "hazelcast.max.no.heartbeat.seconds", "10"),
                "node2 conf/hazelcast.properties",
                "");
        cases.add(
                "EIC018",
                () -> Sample.guide().remove("node2", "conf/hazelcast.properties"),
                "node2 conf/hazelcast.properties",
                "");
        cases.add(
                "EIC019",
                () -> Sample.guide("6.4.0"),
                "node1 " + AXIS2,
                "<clustering",
                () -> password("6.4.0", "s3cret"));
        cases.add(
                "EIC019",
                () -> password("6.4.0", "s3cret")
                        .xml("node2", AXIS2, file -> file.setText(parameter("groupPassword"), "other")),
                SECOND,
                "groupPassword",
                () -> password("6.4.0", "s3cret"));
        cases.add("EIC020", () -> parameterOf("clusteringPattern", "WorkerManager"), SECOND, "WorkerManager");
        cases.add(
                "EIC020",
                () -> Sample.guide().xml("node2", AXIS2, file -> file.remove(parameter("clusteringPattern"))),
                SECOND,
                "<clustering",
                () -> parameterOf("clusteringPattern", "WorkerManager")
                        .text(
                                "node1",
                                "bin/integrator.sh",
                                text -> text.replace("workerNode=false", "workerNode=true")));
        cases.add("EIC021", () -> parameterOf("clusteringPattern", "WorkerManager"), SECOND, "WorkerManager");
        cases.add("EIC022", () -> parameterOf("AvoidInitiation", "false"), SECOND, "AvoidInitiation");
        cases.add(
                "EIC023",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                AXIS2,
                                file -> file.setAttribute(CLUSTERING + "/groupManagement", "enable", "true")),
                SECOND,
                "groupManagement");
        cases.add("EIC024", () -> parameterOf("localMemberPort", "8280"), SECOND, "8280");
        cases.add(
                "EIC025",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                AXIS2,
                                file -> file.appendChild(
                                        CLUSTERING, "<parameter name=\"localMemberBindPort\">4001</parameter>")),
                SECOND,
                "localMemberBindPort");
        cases.add(
                "EIC026",
                () -> Sample.guide().text("node2", "bin/version.txt", text -> text.replace("6.6.0", "6.5.0")),
                "node2 bin/version.txt",
                "");
        cases.add("EIC026", () -> Sample.guide().put("node2", "dropins/more.jar", ""), "node2 dropins/", "");
        cases.add(
                "EIC027",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                "conf/etc/tasks-config.xml",
                                file -> file.setText("/tasks-configuration/taskServerCount", "2")),
                "node2 conf/etc/tasks-config.xml",
                "taskServerCount");
        cases.add(
                "EIC027",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                "conf/etc/tasks-config.xml",
                                file -> file.setText("/tasks-configuration/taskServerMode", "STANDALONE")),
                "node2 conf/etc/tasks-config.xml",
                "taskServerMode");
        cases.add(
                "EIC028",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                AXIS2,
                                file -> file.appendChild(CLUSTERING, "<parameter name=\"domain\">x</parameter>")),
                SECOND,
                ">x<");
        cases.add(
                "EIC029",
                () -> Sample.oneMachine("6.6.0").production(),
                SECOND,
                "localMemberHost",
                () -> Sample.oneMachine("6.6.0"));
    }

    private static Sample password(String version, String password) {
        return Sample.guide(version)
                .xml(
                        AXIS2,
                        file -> file.appendChild(
                                CLUSTERING, "<parameter name=\"groupPassword\">" + password + "</parameter>"));
    }

    /** Two homes of one machine whose offsets are equal. */
    static Sample sameOffset() {
        return Sample.oneMachine("6.6.0").xml("node2", CARBON, file -> file.setText("/Server/Ports/Offset", "0"));
    }
}

package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.AXIS2;
import static io.github.eicluster.verify.Cases.CARBON;
import static io.github.eicluster.verify.Cases.CATALINA;
import static io.github.eicluster.verify.Cases.CLUSTERING;
import static io.github.eicluster.verify.Cases.CONSOLE_CONF;
import static io.github.eicluster.verify.Cases.HTTPS_CONF;

/** Cases of the rules EIC301 to EIC324, EIC501 to EIC510. */
final class HostCases {

    private static final String HTTP = "/axisconfig/transportReceiver[@name='http']";
    private static final String HTTPS = "/axisconfig/transportReceiver[@name='https']";
    private static final String PREFIX = "/parameter[@name='WSDLEPRPrefix']";
    private static final String SECURE = "/Server/Service/Connector[@scheme='https']";
    private static final String SYNAPSE = "repository/deployment/server/synapse-configs/default/";
    private static final String SECOND = "node2 " + AXIS2;
    private static final String CONSOLE = "node2 " + CATALINA;
    private static final String SCRIPT = "bin/integrator.sh";

    private HostCases() {}

    static void add(Cases cases) {
        hosts(cases);
        transports(cases);
        pools(cases);
        balancer(cases);
        files(cases);
        homes(cases);
    }

    private static void hosts(Cases cases) {
        String where = "node2 " + CARBON;
        cases.add(
                "EIC301",
                () -> Sample.guide().xml("node2", CARBON, f -> f.setText("/Server/HostName", "x.example.com")),
                where,
                "x.example.com");
        cases.add("EIC301", () -> Sample.guide().xml("node2", CARBON, f -> f.remove("/Server/HostName")), where, "");
        cases.add(
                "EIC301",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                CARBON,
                                f -> f.insertAfter("/Server/HostName", "<HostName>late.example.com</HostName>")),
                where,
                "late.example.com");
        cases.add("EIC302", () -> Sample.guide().xml("node2", CARBON, f -> f.remove("/Server/MgtHostName")), where, "");
        cases.add("EIC303", ClusterCases::sameOffset, where, "Offset", () -> Sample.oneMachine("6.6.0"));
        cases.add(
                "EIC304",
                () -> Sample.oneMachine("6.6.0")
                        .put(
                                SYNAPSE + "inbound-endpoints/in.xml",
                                "<inboundEndpoint name=\"in\"><parameters>\n<parameter name=\"inbound.http.port\">8085"
                                        + "</parameter></parameters></inboundEndpoint>"),
                "node2 " + SYNAPSE + "inbound-endpoints/in.xml",
                "8085",
                () -> Sample.guide()
                        .put(
                                SYNAPSE + "inbound-endpoints/in.xml",
                                "<inboundEndpoint name=\"in\"><parameters><parameter name=\"inbound.http.port\">8085"
                                        + "</parameter></parameters></inboundEndpoint>"));
    }

    private static void transports(Cases cases) {
        cases.add(
                "EIC305",
                () -> Sample.guide().xml("node2", AXIS2, f -> f.setText(HTTPS + PREFIX, "https://ei.wso2.com:8443")),
                SECOND,
                "8443");
        cases.add(
                "EIC305",
                () -> Sample.guide().xml("node2", AXIS2, f -> f.setText(HTTPS + PREFIX, "http://ei.wso2.com:80")),
                SECOND,
                "http://ei");
        cases.add(
                "EIC305",
                () -> Sample.guide().xml("node2", AXIS2, f -> f.setText(HTTP + PREFIX, "https://ei.wso2.com:443")),
                SECOND,
                "https://ei",
                () -> Sample.of(
                                io.github.eicluster.testing.Miniatures.home("6.6.0"),
                                Sample.GUIDE.replace(
                                        "<loadBalancer><type>nginx</type></loadBalancer>",
                                        "<loadBalancer><type>nginx</type><httpPort>none</httpPort></loadBalancer>"))
                        .xml(AXIS2, f -> f.setText(HTTP + PREFIX, "https://ei.wso2.com:443")));
        cases.add(
                "EIC306",
                () -> Sample.guide().xml("node2", AXIS2, f -> f.setText(HTTPS + PREFIX, "https://ei.wso2.com:443/")),
                SECOND,
                ":443/");
        cases.add(
                "EIC307",
                () -> Sample.guide().xml("node2", AXIS2, f -> f.remove(HTTPS + PREFIX)),
                SECOND,
                "transportReceiver");
        cases.add(
                "EIC308",
                () -> Sample.guide().xml("node2", CATALINA, f -> f.removeAttribute(SECURE, "proxyPort")),
                CONSOLE,
                "<Connector");
        cases.add(
                "EIC308",
                () -> Sample.guide().xml("node2", CATALINA, f -> f.setAttribute(SECURE, "proxyPort", "80")),
                CONSOLE,
                "proxyPort=\"80\"");
        cases.add(
                "EIC309",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                CATALINA,
                                f -> f.setAttribute("/Server/Service/Connector[@port='9763']", "redirectPort", "9443")),
                CONSOLE,
                "redirectPort");
        cases.add(
                "EIC310",
                () -> Sample.guide().xml("node2", CATALINA, f -> f.setAttribute(SECURE, "keystoreFile", "x.jks")),
                CONSOLE,
                "keystoreFile");
        cases.add(
                "EIC310",
                () -> Sample.guide("6.4.0").xml("node2", CATALINA, f -> f.appendChild(SECURE, "<SSLHostConfig/>")),
                CONSOLE,
                "SSLHostConfig");
        cases.add(
                "EIC311",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                AXIS2,
                                f -> f.setText(HTTPS + "/parameter[@name='HttpsProtocols']", "TLSv1,TLSv1.2")),
                SECOND,
                "TLSv1,");
        cases.add(
                "EIC311",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                CATALINA,
                                f -> f.setAttribute(SECURE + "/SSLHostConfig", "protocols", "+TLSv1.1,+TLSv1.2")),
                CONSOLE,
                "+TLSv1.1");
        cases.add(
                "EIC312",
                () -> Sample.guide()
                        .xml("node2", CATALINA, f -> f.setAttribute(SECURE, "ciphers", "TLS_RSA_WITH_RC4_128_SHA")),
                CONSOLE,
                "RC4",
                () -> Sample.guide()
                        .xml(
                                CATALINA,
                                f -> f.setAttribute(SECURE, "ciphers", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")));
    }

    private static void pools(Cases cases) {
        cases.add(
                "EIC313",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("57.12:8243", "57.12:8244")),
                HTTPS_CONF,
                "8244");
        cases.add(
                "EIC313",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("57.12:8243", "57.99:8243")),
                HTTPS_CONF,
                "57.99");
        cases.add(
                "EIC313",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replaceAll("server 192.168.57.12.*", "")),
                HTTPS_CONF,
                "upstream");
        cases.add(
                "EIC313",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("proxy_pass https:", "proxy_pass http:")),
                HTTPS_CONF,
                "proxy_pass");
        cases.add(
                "EIC314",
                () -> Sample.guide()
                        .balancer(
                                HTTPS_CONF,
                                t -> t.replace("proxy_pass https://ssl.ei.wso2.com", "proxy_pass https://nodes")),
                HTTPS_CONF,
                "//nodes");
        cases.add(
                "EIC314",
                () -> Sample.guide()
                        .balancer(
                                "conf.d/again.conf",
                                t ->
                                        "server { listen 443 ssl; server_name ei.wso2.com; location / { proxy_pass https://ssl.ei.wso2.com; } }"),
                HTTPS_CONF,
                "server {");
        cases.add(
                "EIC318",
                () -> Sample.guide().balancer(CONSOLE_CONF, t -> t.replace("ip_hash;", "")),
                CONSOLE_CONF,
                "upstream");
        cases.add(
                "EIC318",
                () -> Sample.guide()
                        .balancer(
                                CONSOLE_CONF,
                                t -> t.replace("https://ui.ei.wso2.com;", "https://192.168.57.11:9443/;")),
                CONSOLE_CONF,
                "9443/");
        cases.add(
                "EIC320",
                () -> Sample.guide()
                        .balancer(
                                HTTPS_CONF,
                                t -> t.replace("upstream ssl.ei.wso2.com {", "upstream ssl.ei.wso2.com { ip_hash;")),
                HTTPS_CONF,
                "ip_hash");
        cases.add(
                "EIC509",
                () -> Sample.guide()
                        .balancer(HTTPS_CONF, t -> t.replaceAll("server 192.168.57.12.*", ""))
                        .balancer(CONSOLE_CONF, t -> t.replaceAll("server 192.168.57.12.*", ""))
                        .balancer("conf.d/ei.http.conf", t -> t.replaceAll("server 192.168.57.12.*", "")),
                "node2",
                "");
    }

    private static void balancer(Cases cases) {
        cases.add(
                "EIC315",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("listen 443 ssl;", "listen 443;\n ssl on;")),
                HTTPS_CONF,
                "ssl on");
        cases.add(
                "EIC315",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("listen 443 ssl;", "listen 443;")),
                HTTPS_CONF,
                "listen 443");
        cases.add(
                "EIC316",
                () -> Sample.guide()
                        .balancer(HTTPS_CONF, t -> t.replace("ssl_protocols TLSv1.2", "ssl_protocols TLSv1 TLSv1.2")),
                HTTPS_CONF,
                "ssl_protocols");
        cases.add(
                "EIC316",
                () -> Sample.guide()
                        .balancer(
                                HTTPS_CONF, t -> t.replace("server_name ei.wso2.com", "server_name other.example.com")),
                HTTPS_CONF,
                "ssl_certificate");
        cases.add(
                "EIC317",
                () -> Sample.guide()
                        .balancer(
                                HTTPS_CONF,
                                t -> t.replace("Connection $ei_ei_wso2_com_connection", "Connection \"upgrade\"")),
                HTTPS_CONF,
                "upgrade");
        cases.add(
                "EIC319",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("proxy_ssl_verify on;", "")),
                HTTPS_CONF,
                "proxy_pass");
        cases.add(
                "EIC321",
                () -> Sample.guide()
                        .balancer(HTTPS_CONF, t -> t.replace("proxy_read_timeout 5m", "proxy_read_timeout 60s")),
                HTTPS_CONF,
                "60s");
        cases.add(
                "EIC321",
                () -> Sample.guide().balancer(HTTPS_CONF, t -> t.replace("proxy_read_timeout 5m;", "")),
                HTTPS_CONF,
                "proxy_pass");
    }

    private static void files(Cases cases) {
        cases.add(
                "EIC322",
                () -> Sample.guide()
                        .xml("node2", AXIS2, f -> f.setAttribute(CLUSTERING, "enable", "false"))
                        .put(
                                "node2",
                                "wso2/broker/conf/axis2/axis2.xml",
                                "<axisconfig><clustering enable=\"true\"/></axisconfig>"),
                "node2 wso2/broker/conf/axis2/axis2.xml",
                "clustering");
        cases.add(
                "EIC323",
                () -> Sample.guide().property("node2", "conf/passthru-http.properties", "http.socket.timeout", "1000"),
                "node2 conf/passthru-http.properties",
                "http.socket.timeout");
        cases.add(
                "EIC324",
                () -> Sample.guide()
                        .put(
                                "node2",
                                SYNAPSE + "proxy-services/p.xml",
                                "<proxy name=\"p\">\n<parameter name=\"transport.vfs.FileURI\">file:///in</parameter></proxy>"),
                "node2 " + SYNAPSE + "proxy-services/p.xml",
                "FileURI",
                () -> Sample.guide()
                        .put(
                                "node2",
                                SYNAPSE + "proxy-services/p.xml",
                                "<proxy name=\"p\"><parameter name=\"transport.vfs.FileURI\">file:///in</parameter>"
                                        + "<parameter name=\"transport.vfs.ClusterAware\">true</parameter></proxy>"));
    }

    private static void homes(Cases cases) {
        String car = "repository/deployment/server/carbonapps/";
        cases.add(
                "EIC501",
                () -> Sample.guide().put("node2", car + "a.car", "x"),
                "node2 " + car + "a.car",
                "",
                () -> Sample.guide().put(car + "a.car", "x"));
        cases.add(
                "EIC502",
                () -> Sample.guide()
                        .put("node2", car + "a.car", Cars.car("app", "1.0.0", "p"))
                        .put("node2", car + "b.car", Cars.car("app", "1.1.0", "q")),
                "node2 " + car + "b.car",
                "",
                () -> Sample.guide().put("node2", car + "a.car", Cars.car("app", "1.0.0", "p")));
        cases.add(
                "EIC502",
                () -> Sample.guide()
                        .put("node2", car + "a.car", Cars.car("app", "1.0.0", "p"))
                        .put("node2", SYNAPSE + "proxy-services/p.xml", "<proxy name=\"p\"/>"),
                "node2 " + SYNAPSE + "proxy-services/p.xml",
                "");
        cases.add(
                "EIC503",
                () -> Sample.guide()
                        .xml("node2", CARBON, f -> f.setText("/Server/DeploymentSynchronizer/Enabled", "true")),
                "node2 " + CARBON,
                "Enabled");
        cases.add(
                "EIC504",
                () -> Sample.guide().packed().put("node2", "repository/logs/wso2carbon.log", "x"),
                "node2 repository/logs/wso2carbon.log",
                "",
                () -> Sample.guide().packed());
        cases.add(
                "EIC505",
                () -> Sample.guide().text("node2", SCRIPT, t -> t.replace("\n", "\r\n")),
                "node2 " + SCRIPT,
                "");
        cases.add("EIC505", () -> Sample.guide().mode("node2", SCRIPT, 0644), "node2 " + SCRIPT, "");
        cases.add(
                "EIC506",
                () -> Sample.guide().text("node2", SCRIPT, t -> t + "JAVA_HOME=/usr/lib/jvm/jdk-17\n"),
                "node2 " + SCRIPT,
                "jdk-17",
                () -> Sample.guide().text("node2", SCRIPT, t -> t + "JAVA_HOME=/usr/lib/jvm/jdk-11\n"));
        cases.add(
                "EIC507",
                () -> Sample.guide().text("node2", SCRIPT, t -> t + "java -DportOffset=3\n"),
                "node2 " + SCRIPT,
                "portOffset=3",
                () -> Sample.guide().text("node2", SCRIPT, t -> t + "java -DportOffset=0\n"));
        cases.add(
                "EIC508",
                () -> Sample.guide().text("node2", SCRIPT, t -> t + "java -Duser.timezone=UTC\n"),
                "node2 " + SCRIPT,
                "user.timezone");
        cases.add(
                "EIC510",
                () -> Sample.guide().xml("node2", CARBON, f -> f.setText("/Server/Version", "6.5.0")),
                "node2 " + CARBON,
                "6.5.0");
    }
}

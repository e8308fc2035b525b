package io.github.eicluster.verify;

/** Cases of rules that look into carbon applications, and of proxies that poll. */
final class CarCases {

    private static final String CAR = "repository/deployment/server/carbonapps/a.car";
    private static final String PORT =
            "<inboundEndpoint name=\"in\"><parameters>\n<parameter name=\"inbound.http.port\">8085</parameter>"
                    + "</parameters></inboundEndpoint>";
    private static final String INSIDE = CAR + "!/in_1.0.0/in-1.0.0.xml";

    private CarCases() {}

    static void add(Cases cases) {
        cases.add("EIC303", CarCases::sharedPort, "node2 " + INSIDE, "", () -> inbound(Sample.guide()));
        cases.add("EIC304", CarCases::sharedPort, "node2 " + INSIDE, "", () -> inbound(Sample.guide()));
        cases.add(
                "EIC324",
                () -> proxy("<parameter name=\"transport.vfs.FileURI\">file:///in</parameter>"),
                "node1 " + CAR + "!/p_1.0.0/p-1.0.0.xml",
                "",
                () -> proxy("<parameter name=\"transport.vfs.FileURI\">file:///in</parameter>"
                        + "<parameter name=\"transport.vfs.ClusterAware\">true</parameter>"));
        cases.add(
                "EIC324",
                () -> proxy("<parameter name=\"transport.mail.Address\">in@example.com</parameter>"),
                "node2 " + CAR + "!/p_1.0.0/p-1.0.0.xml",
                "",
                () -> proxy(""));
        cases.add(
                "EIC324",
                () -> proxy("<parameter name=\"transport.jms.DestinationType\">topic</parameter>"),
                "node2 " + CAR + "!/p_1.0.0/p-1.0.0.xml",
                "",
                () -> proxy("<parameter name=\"transport.jms.DestinationType\">queue</parameter>"));
        cases.add(
                "EIC502",
                () -> both("service/dataservice", "dataservices/p.dbs"),
                "node2 repository/deployment/server/dataservices/p.dbs",
                "",
                () -> both("synapse/sequence", "synapse-configs/default/proxy-services/p.xml"));
    }

    private static Sample sharedPort() {
        return inbound(Sample.oneMachine("6.6.0"));
    }

    private static Sample inbound(Sample sample) {
        byte[] car = Cars.car("app", "1.0.0", "synapse/inbound-endpoint", "in", PORT);
        return sample.put("node1", CAR, car).put("node2", CAR, car);
    }

    private static Sample proxy(String parameters) {
        byte[] car =
                Cars.car("app", "1.0.0", "synapse/proxy-service", "p", "<proxy name=\"p\">" + parameters + "</proxy>");
        return Sample.guide().put("node1", CAR, car).put("node2", CAR, car);
    }

    private static Sample both(String type, String single) {
        byte[] car = Cars.car("app", "1.0.0", type, "p", "<data/>");
        return Sample.guide().put("node2", CAR, car).put("node2", "repository/deployment/server/" + single, "<data/>");
    }
}

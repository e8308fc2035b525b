package io.github.eicluster.smoke;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether the WSDL of a service names the load balancer, which nodes know from {@code WSDLEPRPrefix}.
 *
 * @param front the virtual server
 * @param target the cluster
 * @param options which service
 * @param client asks
 */
record WsdlCheck(Front front, SmokeTarget target, SmokeOptions options, Client client) implements Check {

    private static final int OK = 200;

    @Override
    public String subject() {
        return SmokeTest.BALANCER;
    }

    @Override
    public String title() {
        return front.kind() + " WSDL names the load balancer";
    }

    @Override
    public List<Result> run() {
        URI url = front.at("/services/" + options.service() + "?wsdl");
        String check = title();
        String deploy = "Deploy the sample application, or name a service that is deployed:"
                + " -Dei-cluster.smoke-test.service=<name>.";
        try {
            Client.Answer answer = client.get(url, new Cookies());
            Optional<List<String>> locations = answer.status() == OK ? locations(answer.body()) : Optional.empty();
            if (locations.isEmpty()) {
                return List.of(
                        answer.status() >= 500
                                ? Result.failed(
                                        SmokeTest.BALANCER,
                                        check,
                                        url + " answers " + answer.status(),
                                        "Look at the log of the load balancer, and at the logs of the nodes.")
                                : Result.unchecked(
                                        SmokeTest.BALANCER,
                                        check,
                                        url + " answers " + answer.status() + " and is no WSDL with addresses",
                                        deploy));
            }
            return List.of(judge(check, locations.get()));
        } catch (IOException e) {
            return List.of(Result.failed(
                    SmokeTest.BALANCER,
                    check,
                    url + ": " + Network.reason(e),
                    "Look at the log of the load balancer, and at the listeners of the nodes."));
        }
    }

    private Result judge(String check, List<String> locations) {
        String wanted = target.published().stream().map(URI::toString).collect(Collectors.joining(" or "));
        for (String location : locations) {
            if (target.published().stream().noneMatch(server -> isAt(location, server))) {
                return Result.failed(
                                SmokeTest.BALANCER,
                                check,
                                "it names " + location + " instead of " + wanted,
                                "Set WSDLEPRPrefix of the receivers on every node, as configure does with a"
                                        + " loadBalancer, and restart the nodes.")
                        .rule("EIC305");
            }
            if (location.contains("//services") || location.contains("/services//")) {
                return Result.failed(
                                SmokeTest.BALANCER,
                                check,
                                "it names " + location + " with a slash too many",
                                "Remove the slash at the end of WSDLEPRPrefix.")
                        .rule("EIC306");
            }
        }
        return Result.passed(SmokeTest.BALANCER, check, "it names " + String.join(", ", locations));
    }

    private static boolean isAt(String location, URI server) {
        try {
            return Urls.sameServer(URI.create(location), server);
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    /** The addresses of all ports of a WSDL, of any binding; empty if the text is no WSDL that has one. */
    private static Optional<List<String>> locations(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("address")
                        && reader.getAttributeValue(null, "location") != null) {
                    found.add(reader.getAttributeValue(null, "location").strip());
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().distinct().toList());
    }
}

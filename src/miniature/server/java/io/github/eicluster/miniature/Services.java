package io.github.eicluster.miniature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.w3c.dom.Element;

/** Everything that the listeners serve. */
final class Services {

    private static final Log APIS = Log.of("org.apache.synapse.deployers.APIDeployer");
    private static final Log PROXIES = Log.of("org.apache.synapse.deployers.ProxyServiceDeployer");

    private final List<Service> deployed = new CopyOnWriteArrayList<>();

    Services() {
        deployed.add(new Service("Version", "/services/Version", List.of(), List.of(), true, "server"));
    }

    /** Deploys an {@code <api>}; its resources are matched by their whole URI, templates with variables are not known. */
    void api(Element api, String file, String origin) {
        String name = api.getAttribute("name");
        for (Element resource : Xml.all(api, "resource")) {
            String template = resource.hasAttribute("uri-template")
                    ? resource.getAttribute("uri-template")
                    : resource.getAttribute("url-mapping");
            String path = (api.getAttribute("context") + template).replaceAll("/\\*?$", "");
            String methods = resource.getAttribute("methods").strip();
            deployed.add(new Service(
                    name,
                    path,
                    methods.isEmpty() ? List.of() : List.of(methods.split("\\s+")),
                    sequence(resource),
                    false,
                    origin));
        }
        APIS.info("API named '" + name + "' has been deployed from file : " + file);
    }

    /** Deploys a {@code <proxy>}. */
    void proxy(Element proxy, String file, String origin) {
        String name = proxy.getAttribute("name");
        List<Element> mediators =
                Xml.first(proxy, "target").map(Services::sequence).orElse(List.of());
        deployed.add(new Service(name, "/services/" + name, List.of(), mediators, true, origin));
        PROXIES.info("ProxyService named '" + name + "' has been deployed from file : " + file);
    }

    void undeploy(String origin) {
        deployed.removeIf(service -> service.origin().equals(origin));
    }

    private static List<Element> sequence(Element parent) {
        return Xml.first(parent, "inSequence").map(Xml::children).orElse(List.of());
    }

    Optional<Service> find(String method, String path) {
        return deployed.stream().filter(service -> service.takes(method, path)).findFirst();
    }

    boolean knows(String path) {
        return deployed.stream().anyMatch(service -> service.matches(path));
    }

    List<String> proxyNames() {
        List<String> names = new ArrayList<>();
        deployed.stream().filter(Service::proxy).map(Service::name).forEach(names::add);
        return names;
    }
}

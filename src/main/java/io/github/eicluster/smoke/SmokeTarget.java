package io.github.eicluster.smoke;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The running cluster as it is meant to be.
 *
 * @param name what reports call it
 * @param nodes its nodes; empty if only the load balancer is known
 * @param databases the database servers, none if they are files
 * @param http services over HTTP behind the load balancer
 * @param https services over HTTPS behind the load balancer
 * @param console the console behind the load balancer
 * @param published servers that WSDLs name, without a path; empty if the nodes name themselves
 * @param addresses addresses of names in lower case, which win over the name service
 * @param logs logs of the nodes that were started on this machine, by id
 * @param trust the authorities that certificates are checked with, if they are known
 */
public record SmokeTarget(
        String name,
        List<TestedNode> nodes,
        List<TestedDatabase> databases,
        Optional<Front> http,
        Optional<Front> https,
        Optional<Front> console,
        List<URI> published,
        Map<String, String> addresses,
        Map<String, Path> logs,
        Optional<Trust> trust) {

    /** Copies the collections. */
    public SmokeTarget {
        nodes = List.copyOf(nodes);
        databases = List.copyOf(databases);
        published = List.copyOf(published);
        addresses = Map.copyOf(addresses);
        logs = Map.copyOf(logs);
    }

    /** {@return the virtual servers of services} */
    List<Front> services() {
        return java.util.stream.Stream.of(http, https).flatMap(Optional::stream).toList();
    }

    /** {@return all virtual servers} */
    List<Front> fronts() {
        return java.util.stream.Stream.of(http, https, console)
                .flatMap(Optional::stream)
                .toList();
    }
}

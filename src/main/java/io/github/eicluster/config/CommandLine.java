package io.github.eicluster.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Completes the configuration by user properties: {@code ei-cluster.database.type} stands for {@code
 * cluster/database/type}, and {@code ei-cluster.nodes} for hosts separated by commas. What the POM gives, stays.
 */
final class CommandLine {

    private static final String PREFIX = "ei-cluster.";
    private static final String DISTRIBUTION = PREFIX + "distribution";

    /** The store belongs to the goal certs as much as to the cluster, and is named after both. */
    private static final Map<String, String> SHORT = Map.of("certs.store", "certificates.store");

    private final Map<String, String> properties;

    CommandLine(Map<String, String> properties) {
        this.properties = new TreeMap<>(properties);
    }

    /** The element, unless Maven made it from the parameter's own default expression. */
    Optional<RawElement> distribution(Optional<RawElement> declared) {
        Optional<RawElement> written =
                declared.filter(raw -> !raw.text().strip().equals("${" + DISTRIBUTION + "}"));
        return written.or(() -> Optional.ofNullable(properties.get(DISTRIBUTION))
                .map(path -> RawElement.leaf("distribution", path).fromProperty(DISTRIBUTION)));
    }

    /** The element with the values of user properties; without a POM, with two nodes on this machine if it has none. */
    RawElement cluster(Optional<RawElement> declared, boolean hasPom) {
        RawElement cluster = declared.orElse(RawElement.group("cluster", List.of()));
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (property.getKey().startsWith(PREFIX)) {
                String name = property.getKey().substring(PREFIX.length());
                List<String> names =
                        Arrays.asList(SHORT.getOrDefault(name, name).split("\\.", -1));
                cluster = put(cluster, Schema.cluster(), names, property);
            }
        }
        if (!hasPom && cluster.child("nodes").isEmpty()) {
            RawElement local = RawElement.leaf("node", "127.0.0.1");
            cluster = with(cluster, RawElement.group("nodes", List.of(local, local)));
        }
        return cluster;
    }

    private static RawElement put(
            RawElement parent, Element schema, List<String> names, Map.Entry<String, String> property) {
        Optional<Element> known = schema.child(names.get(0));
        if (known.isEmpty() || known.get().name().equals("*")) {
            return parent;
        }
        Element element = known.get();
        Optional<RawElement> present = parent.child(element.name());
        List<String> rest = names.subList(1, names.size());
        if (rest.isEmpty() && element.kind() != Kind.GROUP) {
            return present.isPresent()
                    ? parent
                    : value(element, property).map(v -> with(parent, v)).orElse(parent);
        }
        if (element.kind() != Kind.GROUP) {
            return parent;
        }
        List<String> inner = rest.isEmpty() && !element.shorthand().isEmpty() ? List.of(element.shorthand()) : rest;
        if (inner.isEmpty()) {
            return parent;
        }
        RawElement group = unfold(present.orElse(RawElement.group(element.name(), List.of())), element);
        RawElement completed = put(group, element, inner, property);
        return completed.equals(group) ? parent : with(parent, completed);
    }

    /** Plain text becomes the child that it is short for, so that others find a place beside it. */
    private static RawElement unfold(RawElement raw, Element schema) {
        return raw.isText() && !schema.shorthand().isEmpty()
                ? new RawElement(
                        raw.name(),
                        "",
                        raw.attributes(),
                        List.of(RawElement.leaf(schema.shorthand(), raw.text())),
                        raw.property())
                : raw;
    }

    private static Optional<RawElement> value(Element element, Map.Entry<String, String> property) {
        if (element.kind().isScalar() || element.shorthand().equals(Element.TEXT)) {
            return Optional.of(
                    RawElement.leaf(element.name(), property.getValue()).fromProperty(property.getKey()));
        }
        if (!element.name().equals("nodes")) {
            return Optional.empty();
        }
        List<RawElement> nodes = Arrays.stream(property.getValue().split(",", -1))
                .map(host -> RawElement.leaf("node", host.strip()))
                .toList();
        return Optional.of(RawElement.group("nodes", nodes).fromProperty(property.getKey()));
    }

    private static RawElement with(RawElement parent, RawElement child) {
        List<RawElement> children = new ArrayList<>(parent.children());
        int place = children.indexOf(parent.child(child.name()).orElse(null));
        if (place >= 0) {
            children.set(place, child);
        } else {
            children.add(child);
        }
        return parent.withChildren(children);
    }
}

package io.github.eicluster.testing;

import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.config.ConfigurationReader;
import io.github.eicluster.config.RawElement;
import io.github.eicluster.config.RawInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration that is changed at one place at a time. */
public record Pom(RawElement root) {

    /**
     * Reads a text.
     *
     * @param xml content of the element configuration
     * @return the configuration
     */
    public static Pom of(String xml) {
        return new Pom(RawElement.parse("<configuration>" + xml + "</configuration>"));
    }

    /**
     * Sets an element, and makes the ones above it.
     *
     * @param path path below configuration; {@code name[2]} is the second of a name
     * @param xml its content
     * @return the changed configuration
     */
    public Pom with(String path, String xml) {
        return new Pom(set(root, Arrays.asList(path.split("/", -1)), xml));
    }

    /**
     * Removes elements.
     *
     * @param path path below configuration
     * @return the changed configuration
     */
    public Pom without(String path) {
        return new Pom(remove(root, Arrays.asList(path.split("/", -1))));
    }

    /**
     * Reads the configuration; one without a distribution gets a path.
     *
     * @return what it means
     */
    public ClusterDefinition read() {
        Pom complete = child("distribution").isEmpty() ? with("distribution/path", "a.zip") : this;
        return new ConfigurationReader()
                .read(new RawInput(
                        complete.child("cluster"),
                        complete.child("edits"),
                        complete.child("libraries"),
                        complete.child("distribution"),
                        Map.of(),
                        true,
                        false,
                        TestSecrets.SOURCE));
    }

    private Optional<RawElement> child(String name) {
        return Optional.ofNullable(nth(root, name, 1));
    }

    private static RawElement withChildren(RawElement element, List<RawElement> children) {
        return new RawElement(element.name(), element.text(), element.attributes(), children, element.property());
    }

    private static RawElement set(RawElement parent, List<String> path, String xml) {
        String step = path.get(0);
        String name = step.replaceAll("\\[.*", "");
        int index = step.endsWith("[2]") ? 2 : 1;
        RawElement present = nth(parent, name, index);
        RawElement child = path.size() == 1
                ? RawElement.parse("<" + name + ">" + xml + "</" + name + ">")
                : set(
                        present == null ? RawElement.parse("<" + name + "/>") : present,
                        path.subList(1, path.size()),
                        xml);
        List<RawElement> children = new ArrayList<>(parent.children());
        if (present == null) {
            children.add(child);
        } else {
            children.set(children.indexOf(present), child);
        }
        return withChildren(parent, children);
    }

    private static RawElement remove(RawElement parent, List<String> path) {
        List<RawElement> children = new ArrayList<>();
        for (RawElement child : parent.children()) {
            if (!child.name().equals(path.get(0))) {
                children.add(child);
            } else if (path.size() > 1) {
                children.add(remove(child, path.subList(1, path.size())));
            }
        }
        return withChildren(parent, children);
    }

    private static RawElement nth(RawElement parent, String name, int index) {
        List<RawElement> found =
                parent.children().stream().filter(c -> c.name().equals(name)).toList();
        return found.size() < index ? null : found.get(index - 1);
    }
}

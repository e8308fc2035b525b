package io.github.eicluster.config;

import java.util.ArrayList;
import java.util.List;

/** Every element of the configuration: the one place that checks, conversion, documentation and tests read. */
public final class Schema {

    /** The version that brought all elements so far. */
    static final String SINCE = "0.1.0";

    private Schema() {}

    static Element distribution() {
        return BuildSchema.DISTRIBUTION;
    }

    static Element cluster() {
        return ClusterSchema.CLUSTER;
    }

    static Element edits() {
        return BuildSchema.EDITS;
    }

    static Element libraries() {
        return BuildSchema.LIBRARIES;
    }

    /**
     * Lists every element.
     *
     * @return all elements, parents before their children, in the order of the documentation
     */
    public static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>();
        add(distribution(), "", all);
        add(cluster(), "", all);
        add(edits(), "", all);
        add(libraries(), "", all);
        return List.copyOf(all);
    }

    private static void add(Element element, String parent, List<Parameter> all) {
        if (element.name().equals("*")) {
            return;
        }
        String path = parent + element.name();
        all.add(new Parameter(
                path,
                element.kind(),
                element.rule(),
                element.defaultText(),
                element.description(),
                SINCE,
                element.exampleXml()));
        element.children().forEach(child -> add(child, path + "/", all));
    }
}

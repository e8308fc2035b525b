package io.github.eicluster.config;

import java.util.List;

/** Writes the reference documentation of all elements from the schema. */
public final class ConfigurationReference {

    private static final String HEAD = """
            # Configuration reference

            This page is generated from the schema that the plugin itself reads with. It describes the parameters that have
            elements inside: `distribution`, `cluster`, `edits` and `libraries`. All other parameters are on the pages of the goals
            ([certs](certs-mojo.html), [configure](configure-mojo.html), [package](package-mojo.html),
            [diff](diff-mojo.html)).

            All of them stand in the `<configuration>` of the plugin. Unknown elements, attributes and stray text are mistakes at
            every level, and all mistakes come in one failure. In the defaults, *the base* is the distribution with the
            overlays on it.

            """;

    /** Longest example that stays on one line inside another element. */
    private static final int ONE_LINE = 72;

    private ConfigurationReference() {}

    /**
     * Renders every element, in the order of the schema.
     *
     * @return Markdown with a table of contents, and one section per element
     */
    public static String markdown() {
        List<Element> roots = List.of(Schema.distribution(), Schema.cluster(), Schema.edits(), Schema.libraries());
        StringBuilder page = new StringBuilder(HEAD);
        roots.forEach(root -> contents(root, root.name(), "", page));
        roots.forEach(root -> sections(root, root.name(), page));
        return page.toString();
    }

    private static void contents(Element element, String path, String indent, StringBuilder page) {
        page.append(indent).append("- ").append(link(path, path)).append('\n');
        known(element).stream()
                .filter(ConfigurationReference::isContainer)
                .forEach(child -> contents(child, path + "/" + child.name(), indent + "  ", page));
    }

    private static void sections(Element element, String path, StringBuilder page) {
        section("##", element, path, page);
        List<Element> children = known(element);
        if (!children.isEmpty()) {
            page.append("\n| element | value | default |\n|---|---|---|\n");
            children.forEach(child -> page.append("| ")
                    .append(link(path + "/" + child.name(), child.name()))
                    .append(" | ")
                    .append(cell(value(child)))
                    .append(" | ")
                    .append(cell(child.defaultText()))
                    .append(" |\n"));
        }
        children.stream()
                .filter(child -> !isContainer(child))
                .forEach(child -> section("###", child, path + "/" + child.name(), page));
        children.stream()
                .filter(ConfigurationReference::isContainer)
                .forEach(child -> sections(child, path + "/" + child.name(), page));
    }

    private static void section(String level, Element element, String path, StringBuilder page) {
        page.append('\n')
                .append(level)
                .append(" <a id=\"")
                .append(anchor(path))
                .append("\"></a>`")
                .append(path)
                .append("`\n\n")
                .append(escape(element.description()))
                .append("\n\nValue: ")
                .append(value(element))
                .append(". Default: ")
                .append(escape(element.defaultText()))
                .append(". Since ")
                .append(Schema.SINCE)
                .append(".\n\n```xml\n");
        print(RawElement.parse(element.exampleXml()), "", page);
        page.append("```\n");
    }

    /** The children whose names are known; free entries have none. */
    private static List<Element> known(Element element) {
        return element.children().stream()
                .filter(child -> !child.name().equals("*"))
                .toList();
    }

    private static boolean isContainer(Element element) {
        return !known(element).isEmpty();
    }

    private static String value(Element element) {
        String shorthand = element.shorthand();
        if (shorthand.isEmpty() || !element.choices().isEmpty()) {
            return element.rule();
        }
        return shorthand.equals(Element.TEXT)
                ? element.rule() + ", or text with commas"
                : element.rule() + ", or the text of `" + shorthand + "` alone";
    }

    private static void print(RawElement element, String indent, StringBuilder page) {
        String line = RawElement.group("example", List.of(element)).content();
        boolean fits = !indent.isEmpty() && indent.length() + line.length() <= ONE_LINE;
        if (element.children().isEmpty() || fits) {
            page.append(indent).append(line).append('\n');
            return;
        }
        page.append(indent).append('<').append(element.name()).append(">\n");
        element.children().forEach(child -> print(child, indent + "  ", page));
        page.append(indent).append("</").append(element.name()).append(">\n");
    }

    private static String link(String path, String text) {
        return "[`" + text + "`](#" + anchor(path) + ")";
    }

    private static String anchor(String path) {
        return path.replace('/', '-');
    }

    /** A bare tag would be taken for HTML. */
    private static String escape(String text) {
        return text.replace("<", "&lt;");
    }

    private static String cell(String text) {
        return escape(text).replace("|", "\\|");
    }
}

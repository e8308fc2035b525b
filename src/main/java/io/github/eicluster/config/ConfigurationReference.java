package io.github.eicluster.config;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the reference documentation of all elements from the schema. */
public final class ConfigurationReference {

    private ConfigurationReference() {}

    /**
     * Renders every element, in the order of the schema.
     *
     * @return Markdown with a table of contents and one section per element
     */
    public static String markdown() {
        List<Parameter> all = Schema.all();
        return all.stream()
                        .map(p -> "| `" + p.path() + "` | " + cell(p.rule()) + " | " + cell(p.defaultText()) + " |")
                        .collect(Collectors.joining(
                                "\n",
                                "# Configuration reference\n\n| element | value | default |\n|---|---|---|\n",
                                "\n\n"))
                + all.stream().map(ConfigurationReference::section).collect(Collectors.joining("\n"));
    }

    private static String section(Parameter p) {
        return "## `" + p.path() + "`\n\n"
                + escape(p.description()) + "\n\n"
                + "Value: " + p.rule() + ". Default: " + escape(p.defaultText()) + ". Since: " + p.since() + ".\n\n"
                + "```xml\n" + p.example() + "\n```\n";
    }

    /** A bare tag would be taken for HTML. */
    private static String escape(String text) {
        return text.replace("<", "&lt;");
    }

    private static String cell(String text) {
        return escape(text).replace("|", "\\|");
    }
}

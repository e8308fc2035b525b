package io.github.eicluster.config;

/**
 * One documented element.
 *
 * @param path POM path; items of a list carry no index
 * @param kind what the value is
 * @param rule the kind in words, with words to choose from and limits
 * @param defaultText default in words
 * @param description what it does, in a sentence or two
 * @param since version of the plugin that brought it
 * @param example the element in XML, with a value that differs from the default
 */
public record Parameter(
        String path, Kind kind, String rule, String defaultText, String description, String since, String example) {

    /** {@return the element's own name, without the path} */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package io.github.eicluster.model;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that must never be shown: {@link #toString()} is {@code ***}, so that a secret that strays into a message or
 * a template does no harm.
 */
public final class Secret {

    private final String value;
    private final Source source;

    /** Where a secret came from; decides whether it is reported as written in clear text. */
    public enum Source {
        /** A {@code <server>} of settings.xml. */
        SETTINGS,
        /** An environment variable, {@code env:NAME}. */
        ENVIRONMENT,
        /** Clear text in the POM. */
        POM,
        /** Made by this plugin, and kept in the store of the keys. */
        GENERATED,
        /** A configuration file of the base or of an overlay. */
        BASE,
        /** A published default, such as the shipped H2 password: known to everybody, secret to nobody. */
        DEFAULT
    }

    /**
     * Wraps a value.
     *
     * @param value the clear text, not null, may be empty
     * @param source where it came from
     */
    public Secret(String value, Source source) {
        this.value = Objects.requireNonNull(value, "value");
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Gives the clear text. Call it only where a configuration file is written.
     *
     * @return the clear text
     */
    public String reveal() {
        return value;
    }

    /**
     * Tells whether a text has the clear text, as it is or escaped as XML and properties files escape it.
     *
     * @param text the text
     * @return whether it has; never for an empty secret
     */
    public boolean isIn(String text) {
        return !value.isEmpty() && forms().anyMatch(text::contains);
    }

    private Stream<String> forms() {
        String element = value.replace("&", "&amp;").replace("<", "&lt;");
        String properties = value.replace("\\", "\\\\")
                .chars()
                .mapToObj(c -> c > '~' ? String.format("\\u%04X", c) : String.valueOf((char) c))
                .collect(Collectors.joining());
        return Stream.of(
                        value,
                        element,
                        element.replace(">", "&gt;"),
                        element.replace("\"", "&quot;"),
                        element.replace(">", "&gt;").replace("\"", "&quot;"),
                        properties)
                .distinct();
    }

    /**
     * Tells where the secret came from.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return three asterisks, whatever the value} */
    @Override
    public String toString() {
        return "***";
    }
}

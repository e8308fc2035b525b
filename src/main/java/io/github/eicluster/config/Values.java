package io.github.eicluster.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with the text of a scalar. */
final class Values {

    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private Values() {}

    /** The rule and the remedy if the text is no legal value of the element; nothing if it is legal. */
    static Optional<String> mistake(Element element, String text) {
        if (element.mayBeEmpty()) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            return Optional.of("is empty. Give a value (" + element.rule() + ") or remove the element.");
        }
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.find()) {
            String shown = element.kind() == Kind.SECRET ? unresolved.group() : text;
            return Optional.of("'" + shown + "' refers to the property " + unresolved.group(1)
                    + ", which is not set. Set it in <properties> or with -D" + unresolved.group(1) + "=...");
        }
        return rule(element, text).map(rule -> "'" + text + "' " + rule);
    }

    private static Optional<String> rule(Element element, String text) {
        return switch (element.kind()) {
            case BOOLEAN ->
                unless(text.equals("true") || text.equals("false"), "is neither true nor false. Write one of them.");
            case INTEGER, PORT -> number(element, text);
            case CHOICE ->
                unless(
                        element.choices().contains(text),
                        "is not one of " + String.join(", ", element.choices()) + ". "
                                + NearestName.of(text, element.choices())
                                        .map(name -> "Did you mean '" + name + "'?")
                                        .orElse("Write one of them."));
            case HOST ->
                unless(
                        Addresses.host(text).isPresent(),
                        "is neither a host name nor an IPv4 or IPv6 address. Give one of them, without scheme and port.");
            case ADDRESS ->
                unless(
                        Addresses.isAddress(text),
                        "is neither an IPv4 nor an IPv6 address. Give one of them, without scheme and port.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(Element element, String text) {
        String limits = element.kind() == Kind.PORT ? "a port (1 to 65535)" : "a " + wholeNumber(element);
        if (!NUMBER.matcher(text).matches()) {
            return Optional.of("is not " + limits + ". Write digits only.");
        }
        long value = Long.parseLong(text);
        boolean inside = value >= element.min() && value <= element.max();
        return unless(inside, "is not " + limits + ". Choose one within the limits.");
    }

    private static String wholeNumber(Element element) {
        String rule = element.rule();
        int comma = rule.indexOf(", ");
        return comma < 0 ? "whole number" : "whole number (" + rule.substring(comma + 2) + ")";
    }

    private static Optional<String> unless(boolean legal, String rule) {
        return legal ? Optional.empty() : Optional.of(rule);
    }
}

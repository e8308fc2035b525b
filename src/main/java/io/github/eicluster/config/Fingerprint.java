package io.github.eicluster.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** SHA-256 fingerprints as text. */
final class Fingerprint {

    /** Follows the text that is none. */
    static final String RULE =
            "is no SHA-256 fingerprint. Give 64 hexadecimal digits, with or without a colon after every second one.";

    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}");

    private Fingerprint() {}

    /** The fingerprint as keytool prints it: upper-case pairs with colons. */
    static Optional<String> of(String text) {
        if (!SHA256.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace(":", "").toUpperCase(Locale.ROOT);
        return Optional.of(digits.replaceAll("(..)(?!$)", "$1:"));
    }
}

package io.github.eicluster.edit;

/** Writes and reads keys and values as {@link java.util.Properties} does. */
final class PropertiesEscapes {

    private static final int HEX_DIGITS = 4;

    private PropertiesEscapes() {}

    static String key(String key) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (" =:#!".indexOf(c) >= 0) {
                result.append('\\');
            }
            appendEscaped(result, c);
        }
        return result.toString();
    }

    static String value(String value) {
        StringBuilder result = new StringBuilder();
        if (value.startsWith(" ")) {
            result.append('\\');
        }
        for (int i = 0; i < value.length(); i++) {
            appendEscaped(result, value.charAt(i));
        }
        return result.toString();
    }

    /** Keeps a value behind a blank separator from starting with a sign. */
    static String guardSign(String escapedValue) {
        return escapedValue.startsWith("=") || escapedValue.startsWith(":") ? '\\' + escapedValue : escapedValue;
    }

    private static void appendEscaped(StringBuilder result, char c) {
        switch (c) {
            case '\\' -> result.append("\\\\");
            case '\t' -> result.append("\\t");
            case '\n' -> result.append("\\n");
            case '\r' -> result.append("\\r");
            case '\f' -> result.append("\\f");
            default -> {
                if (c < ' ' || c > '~') {
                    result.append(String.format("\\u%04X", (int) c));
                } else {
                    result.append(c);
                }
            }
        }
    }

    /**
     * Decodes escapes.
     *
     * @param where place for messages
     * @param escaped the text as written, continuation lines joined
     * @return the text as loaded
     * @throws EditException if four hexadecimal digits do not follow a backslash and u
     */
    static String decode(String where, CharSequence escaped) {
        StringBuilder result = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            char c = escaped.charAt(at++);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            if (at == escaped.length()) {
                break;
            }
            char escape = escaped.charAt(at++);
            if (escape == 'u') {
                result.append(unicode(where, escaped, at));
                at += HEX_DIGITS;
            } else {
                result.append(simple(escape));
            }
        }
        return result.toString();
    }

    private static char simple(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private static char unicode(String where, CharSequence escaped, int start) {
        int code = 0;
        for (int i = start; i < start + HEX_DIGITS; i++) {
            int digit = i < escaped.length() ? Character.digit(escaped.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new EditException(
                        where + ": \\u must be followed by four hexadecimal digits; correct the entry.");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }
}

package io.github.eicluster.edit;

/** Escaping of character data and attribute values. */
final class XmlText {

    private XmlText() {}

    /**
     * Refuses what XML 1.0 cannot hold, not even as a reference.
     *
     * @param where place for the message
     * @param value the text; never shown, it may be secret
     * @throws EditException if a character is illegal
     */
    static void requireLegal(String where, String value) {
        value.codePoints().filter(codePoint -> !isLegal(codePoint)).findFirst().ifPresent(codePoint -> {
            throw new EditException(String.format(
                    "%s: the value holds the character U+%04X, which XML cannot hold; remove it.", where, codePoint));
        });
    }

    private static boolean isLegal(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF);
    }

    /** Character data; line feeds become the given line ending, which a parser reads back as line feeds. */
    static String escapeText(String value, String lineEnding) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", reference('\r'))
                .replace("\n", lineEnding);
    }

    /** An attribute value between the given quotes; white space that a parser would turn into blanks is referenced. */
    static String escapeAttribute(String value, char quote) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(String.valueOf(quote), quote == '"' ? "&quot;" : "&apos;")
                .replace("\r", reference('\r'))
                .replace("\n", reference('\n'))
                .replace("\t", reference('\t'));
    }

    static String reference(int codePoint) {
        return codePoint < ' '
                ? "&#" + codePoint + ";"
                : "&#x" + Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT) + ";";
    }
}

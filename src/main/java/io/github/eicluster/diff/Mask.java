package io.github.eicluster.diff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in configuration text by {@code ***}: values that are known, and what the structure of the file says
 * is a password. The number of lines stays. A {@code secretAlias} is a name, not a secret, and stays too.
 */
public final class Mask {

    /** What is shown in place of a secret. */
    static final String STARS = "***";

    private static final int SHORTEST = 4;
    private static final String SECRET_WORD = "(?:password|passphrase|secret|accesskey)";
    private static final String TEXT = "((?:<!\\[CDATA\\[(?s:.*?)]]>|[^<])[^<]*+)";

    /** {@code <KeyPassword>text</KeyPassword>}, with or without prefix and attributes. */
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)(<[\\w.:-]*" + SECRET_WORD + "[\\w.-]*(?:\\s[^<>]*+)?(?<!/)>)" + TEXT + "(?=</)");

    /** {@code <parameter name="groupPassword">text</parameter>}. */
    private static final Pattern NAMED_ELEMENT =
            Pattern.compile("(?i)(<[\\w.:-]+\\s[^<>]*\\bname\\s*=\\s*[\"'][^\"'<>]*" + SECRET_WORD
                    + "[^\"'<>]*[\"'][^<>]*+(?<!/)>)" + TEXT + "(?=</)");

    /** {@code <property name="password" value="text"/>}. */
    private static final Pattern NAMED_VALUE = Pattern.compile("(?i)(<[\\w.:-]+\\s[^<>]*\\bname\\s*=\\s*[\"'][^\"'<>]*"
            + SECRET_WORD + "[^\"'<>]*[\"'][^<>]*?\\bvalue\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    /** {@code keystorePass="text"}, but not {@code svns:secretAlias="name"}. */
    private static final Pattern ATTRIBUTE = Pattern.compile("((?:\\s|^)(?![\\w.:-]*(?i:secretAlias)\\s*=)[\\w.:-]*"
            + "(?:(?i:" + SECRET_WORD + ")[\\w.-]*|[Pp]ass(?:Phrase)?)\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    /** A line of a properties file, continuation lines included. */
    private static final Pattern PROPERTY = Pattern.compile(
            "(?im)^([ \\t#!]*[^\\s=:#!]*(?:" + SECRET_WORD
                    + "|(?:store|key)pass(?=[ \\t]*[=:]))[^\\s=:]*[ \\t]*[=:][ \\t]*)([^\\r\\n\\\\]*+(?:\\\\(?:\\r?\\n|.)[^\\r\\n\\\\]*+)*+)");

    /** What the vendor's cipher tool calls a value: a file with a path in it, no secret. */
    private static final Pattern CIPHER_TOOL_PATH = Pattern.compile("[\\w./-]+//\\S.*,\\s*(?:true|false)\\s*");

    private static final List<Pattern> ADDRESSES = List.of(
            Pattern.compile("(?i)([?;&:,](?:amp;)?(?:\\w*password|pwd|passwd)=)([^\\s&;,\"'<]+)"),
            Pattern.compile("(//[^\\s/:@<>\"']+:)([^\\s@/<>\"']+)(?=@)"),
            Pattern.compile("(?i)(jdbc:oracle:\\w+:[^\\s/@<>\"']+/)([^\\s@<>\"']+)(?=@)"));

    /** What a reader would see of a value on one line. */
    private static final Pattern VISIBLE = Pattern.compile("\\S(?:[^\\r\\n]*\\S)?");

    private final List<String> known;

    /**
     * A mask.
     *
     * @param secrets values that must not be shown wherever they stand; those of fewer than four characters are hidden
     *     by structure alone, since they would hide ordinary words
     */
    public Mask(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                addForms(forms, secret);
            }
        }
        known = forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Masks a whole file.
     *
     * @param path its path, which tells the kind
     * @param text its text
     * @return the same number of lines without secrets
     */
    public String apply(String path, String text) {
        String masked = isMarkup(path, text) ? markup(text) : replace(PROPERTY, text);
        for (Pattern address : ADDRESSES) {
            masked = replace(address, masked);
        }
        for (String secret : known) {
            masked = masked.replace(secret, stars(secret));
        }
        return masked;
    }

    private static boolean isMarkup(String path, String text) {
        return path.endsWith(".xml") || text.stripLeading().startsWith("<");
    }

    private static String markup(String text) {
        String masked = text;
        for (Pattern pattern : List.of(ELEMENT, NAMED_ELEMENT, NAMED_VALUE, ATTRIBUTE)) {
            masked = replace(pattern, masked);
        }
        return masked;
    }

    private static String replace(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + hidden(match.group(2))));
    }

    private static String hidden(String value) {
        if (CIPHER_TOOL_PATH.matcher(value).matches()) {
            return value;
        }
        boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        if (quoted && value.charAt(0) == value.charAt(value.length() - 1)) {
            String inner = value.substring(1, value.length() - 1);
            return value.charAt(0) + stars(inner) + value.charAt(0);
        }
        return stars(value);
    }

    /** Hides what is visible and keeps white space around it and line ends inside. */
    private static String stars(String value) {
        return VISIBLE.matcher(value).replaceAll(Matcher.quoteReplacement(STARS));
    }

    /** A secret as it may stand in a file: plain, or escaped for XML, properties and URLs. */
    private static void addForms(Set<String> forms, String secret) {
        String text = secret.replace("&", "&amp;").replace("<", "&lt;");
        String more = text.replace(">", "&gt;");
        String quoted = more.replace("\"", "&quot;");
        forms.add(secret);
        forms.add(text);
        forms.add(more);
        forms.add(quoted);
        forms.add(quoted.replace("'", "&apos;"));
        forms.add(quoted.replace("'", "&#39;"));
        String property = secret.replace("\\", "\\\\");
        forms.add(property);
        forms.add(property.replace("=", "\\=")
                .replace(":", "\\:")
                .replace("#", "\\#")
                .replace("!", "\\!"));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
}

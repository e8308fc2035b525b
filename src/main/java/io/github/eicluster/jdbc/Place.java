package io.github.eicluster.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host and port in a JDBC URL, for messages. */
final class Place {

    private static final Pattern AUTHORITY =
            Pattern.compile("jdbc:[^/@]*(?://|@/{0,2})(?<authority>[^/;?(]+).*", Pattern.DOTALL);
    private static final Pattern ORACLE =
            Pattern.compile("(?i).*HOST=([^)]+)\\)\\s*\\(PORT=([^)]+)\\).*", Pattern.DOTALL);

    private Place() {}

    /** The part of the URL that names the server, or the whole URL. */
    static String of(String url) {
        Matcher oracle = ORACLE.matcher(url);
        if (oracle.matches()) {
            return oracle.group(1) + ":" + oracle.group(2);
        }
        Matcher authority = AUTHORITY.matcher(url);
        return authority.matches() ? authority.group("authority") : url;
    }
}

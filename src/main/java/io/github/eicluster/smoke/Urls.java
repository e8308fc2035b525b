package io.github.eicluster.smoke;

import java.net.URI;
import java.util.Locale;

/** Parts of URLs as they are compared. */
final class Urls {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Urls() {}

    static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? HTTPS : HTTP;
    }

    /** Whether two URLs lead to the same server: the same scheme, host and port, however they are written. */
    static boolean sameServer(URI one, URI other) {
        return one.getHost() != null
                && other.getHost() != null
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && host(one).toLowerCase(Locale.ROOT).equals(host(other).toLowerCase(Locale.ROOT))
                && port(one) == port(other);
    }
}

package io.github.eicluster.smoke;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/**
 * Finds addresses of names: first as the cluster declares them, then as this machine knows them.
 *
 * @param declared addresses of names in lower case
 */
record Names(Map<String, String> declared) {

    Names {
        declared = Map.copyOf(declared);
    }

    /** Takes an IPv6 address also as it is in a URL, with brackets. */
    InetAddress[] resolve(String host) throws UnknownHostException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return InetAddress.getAllByName(declared.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    }

    InetAddress first(String host) throws UnknownHostException {
        return resolve(host)[0];
    }
}

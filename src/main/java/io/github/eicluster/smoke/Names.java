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

    InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(declared.getOrDefault(host.toLowerCase(Locale.ROOT), host));
    }

    InetAddress first(String host) throws UnknownHostException {
        return resolve(host)[0];
    }
}

package io.github.eicluster.balancer;

import io.github.eicluster.model.LoadBalancer;

/**
 * Where the balancer's machine has keys and certificates; public because templates read it.
 *
 * @param certificate the balancer's certificate with its chain
 * @param key its private key
 * @param password password of an encrypted key, for nginx
 * @param trusted what the nodes' certificates are checked against
 */
public record KeyFiles(String certificate, String key, String password, String trusted) {

    /** The declared paths, else those below a folder. */
    static KeyFiles of(LoadBalancer.Files declared, String folder) {
        String key = declared.key().orElse(folder + "/server.key");
        String bare = key.endsWith(".key") ? key.substring(0, key.length() - ".key".length()) : key;
        return new KeyFiles(
                declared.certificate().orElse(folder + "/server.crt"),
                key,
                bare + ".pass",
                declared.trusted().orElse(folder + "/nodes.crt"));
    }
}

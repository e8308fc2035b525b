package io.github.eicluster.balancer;

import io.github.eicluster.model.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The two public names of a cluster, and the names that are made from them.
 *
 * @param services what clients call, {@code carbon.xml HostName}
 * @param console what administrators call; the same name if the console has none of its own
 */
record HostNames(String services, String console) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final int FEW_LABELS = 3;

    /** nginx keeps names of variables and servers in tables with room for about 45 characters unless told otherwise. */
    private static final int SHORT = 40;

    private static final int SHORT_IDENTIFIER = 24;
    private static final int KEPT = 15;

    static HostNames of(Cluster cluster) {
        return new HostNames(cluster.hostName(), cluster.managementHostName().orElse(cluster.hostName()));
    }

    /** Whether services and console have to be told apart by the path. */
    boolean same() {
        return services.equalsIgnoreCase(console);
    }

    /** Whether the services' name is an address, which neither SNI nor nginx's check of certificates knows. */
    boolean isAddress() {
        return isAddress(services);
    }

    /** Beginning of the services' file names: the host name without its last two labels. */
    String servicesFile() {
        return file(services, "ei");
    }

    /** Beginning of the console's file name, never that of the services. */
    String consoleFile() {
        String name = file(console, "ui.ei");
        return name.equals(servicesFile()) ? "ui." + name : name;
    }

    /** The services' name as part of an identifier: letters, digits and underscores, different for different names. */
    String identifier() {
        String clean = services.toLowerCase(Locale.ROOT).replace("-", "__").replaceAll("[^a-z0-9_]", "_");
        return clean.length() <= SHORT_IDENTIFIER ? clean : clean.substring(0, KEPT) + "_" + checksum();
    }

    /** The services' name as part of the name of an upstream. */
    String upstream() {
        return services.contains(":") ? services.replace(':', '-') : services;
    }

    /**
     * Whether an upstream may be called by the bare name: a team's own {@code proxy_pass http://localhost:8080} would
     * clash with an upstream {@code localhost}.
     */
    boolean isUpstream() {
        return services.contains(".") && !isAddress();
    }

    /** A name as {@code server_name} has it: a regular expression if it is too long for nginx's table of names. */
    static String serverName(String name) {
        if (name.contains(":")) {
            return "[" + name + "]";
        }
        return name.length() <= SHORT ? name : "~^" + name.replace(".", "\\.") + "$";
    }

    /** A name as a key of nginx's {@code map}, a regular expression if it is too long for the table of keys. */
    static String mapKey(String name) {
        return name.length() <= SHORT ? name : "~*^" + name.replace(".", "\\.") + "$";
    }

    private static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    private static String file(String name, String otherwise) {
        if (isAddress(name) || name.equals("localhost")) {
            return otherwise;
        }
        List<String> labels = Arrays.asList(name.split("\\."));
        return labels.size() < FEW_LABELS ? name : String.join(".", labels.subList(0, labels.size() - 2));
    }

    private String checksum() {
        CRC32 sum = new CRC32();
        sum.update(services.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}

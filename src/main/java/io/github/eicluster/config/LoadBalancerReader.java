package io.github.eicluster.config;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.LoadBalancer.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads {@code cluster/loadBalancer}. */
final class LoadBalancerReader {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.:_+-]+");

    private final Context context;

    LoadBalancerReader(Context context) {
        this.context = context;
    }

    LoadBalancer read(Entry entry) {
        if (!entry.has("type")) {
            context.problems()
                    .error(
                            entry.pathOf("type"),
                            "is missing. Give one of "
                                    + entry.schema().child("type").orElseThrow().rule() + ".");
        }
        OptionalInt httpPort = httpPort(entry);
        int httpsPort = entry.number("httpsPort").orElse(HTTPS);
        if (httpPort.isPresent() && httpPort.getAsInt() == httpsPort) {
            context.problems()
                    .error(
                            entry.pathOf(entry.has("httpsPort") ? "httpsPort" : "httpPort"),
                            "'" + httpsPort + "' is the port for HTTP and for HTTPS. Choose two ports.");
        }
        LoadBalancer.Type type =
                word(entry, "type").map(LoadBalancer.Type::valueOf).orElse(LoadBalancer.Type.EXTERNAL);
        return new LoadBalancer(
                type,
                addresses(entry),
                httpPort,
                httpsPort,
                entry.flag("console").orElse(true),
                word(entry, "tls").map(Tls::valueOf).orElse(Tls.REENCRYPT),
                entry.isTrue("sessionAffinity"),
                files(entry, type));
    }

    private static Optional<String> word(Entry entry, String name) {
        return entry.text(name).map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private LoadBalancer.Files files(Entry entry, LoadBalancer.Type type) {
        Optional<String> certificate = path(entry, "certificatePath");
        Optional<String> key = path(entry, "keyPath");
        Optional<String> besideCertificate =
                certificate.filter(c -> type == LoadBalancer.Type.HAPROXY).map(LoadBalancerReader::keyBeside);
        return new LoadBalancer.Files(
                certificate, key.or(() -> besideCertificate), path(entry, "trustedCertificatePath"));
    }

    /** Where HAProxy looks for the key of a certificate: {@code ssl-load-extra-del-ext}, which knows .crt alone. */
    static String keyBeside(String certificate) {
        return certificate.replaceFirst("\\.crt$", "") + ".key";
    }

    /** A path stands without quotes in the balancer's configuration. */
    private Optional<String> path(Entry entry, String name) {
        Optional<String> path = entry.text(name);
        path.filter(text -> !PLAIN.matcher(text).matches())
                .ifPresent(text -> context.problems()
                        .error(
                                entry.pathOf(name),
                                "'" + text + "' cannot stand in the configuration of a load balancer as it is. Use"
                                        + " letters, digits and / . : _ + - only."));
        return path;
    }

    private OptionalInt httpPort(Entry entry) {
        Optional<String> text = entry.text("httpPort");
        if (text.isEmpty()) {
            return OptionalInt.of(HTTP);
        }
        if (text.get().equals("none")) {
            return OptionalInt.empty();
        }
        Element port = Element.port("httpPort", "", "", "");
        Optional<String> mistake = Values.mistake(port, text.get());
        mistake.ifPresent(rule ->
                context.problems().error(entry.pathOf("httpPort"), rule.replace("1 to 65535)", "1 to 65535) or none")));
        return mistake.isPresent() ? OptionalInt.of(HTTP) : OptionalInt.of(Integer.parseInt(text.get()));
    }

    private List<String> addresses(Entry entry) {
        List<String> addresses = new ArrayList<>();
        for (String part :
                entry.text("address").map(text -> text.split(",", -1)).orElse(new String[0])) {
            Optional<String> address = Addresses.address(part.strip());
            if (address.isEmpty()) {
                context.problems()
                        .error(
                                entry.pathOf("address"),
                                "'" + part.strip() + "' is neither an IPv4 nor an IPv6 address."
                                        + " Give the addresses that the nodes see, separated by commas.");
            }
            address.ifPresent(addresses::add);
        }
        return addresses;
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code cluster/loadBalancer}. */
final class LoadBalancerReader {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

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
        return new LoadBalancer(
                entry.text("type")
                        .map(word -> LoadBalancer.Type.valueOf(
                                word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElse(LoadBalancer.Type.EXTERNAL),
                addresses(entry),
                httpPort,
                httpsPort,
                entry.flag("console").orElse(true),
                LoadBalancer.Tls.REENCRYPT,
                false,
                LoadBalancer.Files.USUAL);
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

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The HTTP connectors of catalina-server.xml, told apart by shape, not by place or port. The shape is the same up to
 * Tomcat 7 (EI 6.0 to 6.5: key store on the connector) and in Tomcat 9 (EI 6.6: SSLHostConfig below it).
 */
final class TomcatConnectors {

    private static final String CONNECTOR = "/Server/Service/Connector";

    private final XmlEditor xml;

    TomcatConnectors(XmlEditor xml) {
        this.xml = xml;
    }

    /** Paths of all HTTP connectors. */
    List<String> all() {
        return IntStream.rangeClosed(1, xml.count(CONNECTOR))
                .mapToObj(i -> CONNECTOR + "[" + i + "]")
                .filter(path -> !attribute(path, "protocol").contains("ajp"))
                .toList();
    }

    /** Paths of the connectors that serve HTTPS, by themselves or behind something that ends TLS. */
    List<String> secure() {
        return all().stream().filter(this::isSecure).toList();
    }

    /** Paths of the connectors that speak TLS themselves. */
    List<String> tls() {
        return all().stream()
                .filter(path -> attribute(path, "SSLEnabled").equals("true"))
                .toList();
    }

    /** Paths of the connectors that serve plain HTTP. */
    List<String> plain() {
        return all().stream().filter(path -> !isSecure(path)).toList();
    }

    /** A numeric attribute; empty if it is absent or no number. */
    OptionalInt number(String path, String attribute) {
        String text = attribute(path, attribute);
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private boolean isSecure(String path) {
        return attribute(path, "SSLEnabled").equals("true")
                || attribute(path, "scheme").equals("https");
    }

    private String attribute(String path, String name) {
        Optional<String> value = xml.attribute(path, name);
        return value.orElse("").strip().toLowerCase(Locale.ROOT);
    }
}

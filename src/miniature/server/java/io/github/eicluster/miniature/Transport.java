package io.github.eicluster.miniature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A pass-through receiver of axis2.xml.
 *
 * @param name http or https
 * @param receiver its element
 * @param port with the offset
 * @param address what it binds to
 * @param prefix WSDLEPRPrefix
 */
record Transport(String name, Element receiver, int port, String address, Optional<String> prefix) {

    /** Limits all listeners to one address, such as 127.0.0.1; the real server knows nothing of it. */
    static final String ADDRESS_PROPERTY = "miniature.address";

    static Optional<Transport> read(Document axis2, String name, int offset) {
        return Xml.first(axis2, "/axisconfig/transportReceiver[@name='" + name + "']")
                .map(receiver -> new Transport(
                        name,
                        receiver,
                        Integer.parseInt(parameter(receiver, "port").orElse("0").strip()) + offset,
                        parameter(receiver, "bind-address")
                                .map(String::strip)
                                .orElse(System.getProperty(ADDRESS_PROPERTY, "0.0.0.0")),
                        parameter(receiver, "WSDLEPRPrefix")));
    }

    boolean isSecure() {
        return "https".equals(name);
    }

    Optional<String> parameter(String parameter) {
        return parameter(receiver, parameter);
    }

    /** The words of a parameter that is a list. */
    Optional<List<String>> words(String parameter) {
        return parameter(parameter)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList());
    }

    private static Optional<String> parameter(Element receiver, String name) {
        return Xml.text(receiver, "parameter[@name='" + name + "']");
    }
}

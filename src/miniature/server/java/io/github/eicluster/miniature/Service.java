package io.github.eicluster.miniature;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A deployed proxy service, or a resource of an API.
 *
 * @param name of proxy or API
 * @param path where it is called: {@code /services/<name>} or {@code <context>/<uri-template>}
 * @param methods HTTP methods; none for all
 * @param mediators what its inSequence does
 * @param proxy whether it has a WSDL
 * @param origin the application that brought it
 */
record Service(String name, String path, List<String> methods, List<Element> mediators, boolean proxy, String origin) {

    boolean takes(String method, String requested) {
        return (methods.isEmpty() || methods.contains(method)) && matches(requested);
    }

    boolean matches(String requested) {
        return requested.equals(path) || requested.equals(path + "/") || (proxy && requested.startsWith(path + "/"));
    }
}

package io.github.eicluster.miniature;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A message on its way through a sequence: what came in, what mediators set, what goes out. */
final class Message {

    final Map<String, String> properties = new HashMap<>();
    final Map<String, String> axis2 = new HashMap<>();

    /** HTTP headers, in any case of letters: those of the request, then what is set for the response. */
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    final Map<String, String> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final String host;

    String body;
    String contentType;
    boolean responded;

    Message(String body, String contentType, String host) {
        this.body = body;
        this.contentType = contentType;
        this.host = host;
    }

    int status() {
        String status = axis2.get("HTTP_SC");
        return status == null ? 200 : Integer.parseInt(status.strip());
    }
}

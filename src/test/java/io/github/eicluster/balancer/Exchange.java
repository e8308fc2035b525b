package io.github.eicluster.balancer;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1, as it was on the wire.
 *
 * @param first request line or status line
 * @param headers lines of the head
 * @param body its body, read by its length
 */
record Exchange(String first, List<String> headers, String body) {

    /** Reads one. */
    static Exchange read(InputStream in) throws IOException {
        String first = line(in);
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Exchange head = new Exchange(first, headers, "");
        int length = head.header("content-length").map(Integer::parseInt).orElse(0);
        return new Exchange(first, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** The value of a header; of several, joined as one. */
    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .reduce((left, right) -> left + ", " + right);
    }

    /** The second word of the first line of an answer. */
    int status() {
        return Integer.parseInt(first.split(" ", 3)[1]);
    }

    /** The node that answered. */
    String node() {
        return header("x-node").orElse("none, status " + status());
    }
}

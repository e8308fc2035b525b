package io.github.eicluster.smoke;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cookies of one client of one server, by name; paths and ends of life do not matter in a few seconds. */
final class Cookies {

    private final Map<String, String> values = new TreeMap<>();

    /** Takes the value of a {@code Set-Cookie} header. */
    void take(String header) {
        String pair = header.split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        if (equals > 0) {
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** {@return the value of the header {@code Cookie}, if there are cookies} */
    Optional<String> header() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Secret;
import java.util.Optional;

/** Reads passwords of keys and key stores: {@code serverId} or {@code password} of an element, without a user name. */
final class KeyPassword {

    /** keytool makes no store with a shorter one. */
    private static final int SHORTEST = 6;

    private final Context context;

    KeyPassword(Context context) {
        this.context = context;
    }

    /** The password, if there is one that every reader of a key store takes. */
    Optional<Secret> read(Entry entry) {
        if (entry.has("serverId") && entry.has("password")) {
            context.problems()
                    .error(entry.pathOf("password"), "contradicts serverId, which gives a password too. Keep one.");
        }
        Optional<Secret> ofServer = context.secrets().serverPassword(entry);
        Optional<Secret> own = context.secrets().secret(entry, "password");
        ofServer.flatMap(KeyPassword::mistake)
                .ifPresent(rule -> context.problems()
                        .error(
                                entry.pathOf("serverId"),
                                "'" + entry.text("serverId").orElse("")
                                        + "' names a server of settings.xml whose password " + rule));
        own.flatMap(KeyPassword::mistake).ifPresent(rule -> context.problems().error(entry.pathOf("password"), rule));
        return ofServer.or(() -> own);
    }

    private static Optional<String> mistake(Secret secret) {
        String text = secret.reveal();
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.of(
                    "holds a blank, a control character or a character beyond ASCII, which the server, keytool"
                            + " and openssl do not read alike. Use other characters.");
        }
        if (text.length() < SHORTEST) {
            return Optional.of(
                    "is shorter than " + SHORTEST + " characters, which keytool refuses. Choose a longer one.");
        }
        // ServerConfiguration and Tomcat's digester put a system property in its place.
        return text.contains("${")
                ? Optional.of("holds ${, which the server takes for a system property. Use other characters.")
                : Optional.empty();
    }
}

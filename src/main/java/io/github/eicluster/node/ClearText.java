package io.github.eicluster.node;

import io.github.eicluster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Looks for secrets in files. */
public final class ClearText {

    private ClearText() {}

    /**
     * Tells whether a file has a secret in clear text, as it is or escaped.
     *
     * @param content the file, in UTF-8 or ISO-8859-1
     * @param secret the secret
     * @return whether it has; never for an empty secret
     */
    public static boolean has(byte[] content, Secret secret) {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                .anyMatch(charset -> secret.isIn(new String(content, charset)));
    }
}

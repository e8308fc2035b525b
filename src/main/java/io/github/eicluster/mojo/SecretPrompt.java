package io.github.eicluster.mojo;

import io.github.eicluster.model.Secret;
import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

/** Asks a person for a secret, twice and without echo. */
class SecretPrompt {

    private static final String PLACE = "encrypt";

    /**
     * Asks.
     *
     * @param interactive whether Maven may ask
     * @return the secret
     */
    Secret ask(boolean interactive) {
        if (!interactive) {
            throw new Mistake(
                    PLACE,
                    "cannot ask for a value in batch mode. Run without -B, or name a server of settings.xml with -D"
                            + PropertyNames.ENCRYPT_SERVER_ID + ".");
        }
        char[] first = read("Value to encrypt: ").orElseThrow(SecretPrompt::noConsole);
        char[] second = read("The same again: ").orElseThrow(SecretPrompt::noConsole);
        try {
            if (first.length == 0) {
                throw new Mistake(PLACE, "got no value. An empty value cannot be in the vault.");
            }
            if (!Arrays.equals(first, second)) {
                throw new Mistake(PLACE, "got two different values. Enter the same one twice.");
            }
            return new Secret(new String(first), Secret.Source.ENVIRONMENT);
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(second, ' ');
        }
    }

    /** Reads a line without showing it; nothing without a console, or at the end of what stands in for one (JDK 22). */
    @SuppressWarnings("SystemConsoleNull") // null up to JDK 21, which we support
    Optional<char[]> read(String prompt) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", prompt));
    }

    private static Mistake noConsole() {
        return new Mistake(
                PLACE,
                "finds no console to ask on. Run it in a terminal, or name a server of settings.xml with -D"
                        + PropertyNames.ENCRYPT_SERVER_ID + ".");
    }
}

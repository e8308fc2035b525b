package io.github.eicluster.miniature;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The password of the vault's key store, from the places that DefaultSecretCallbackHandler looks at, in its order. */
final class StartupPassword {

    private static final Log LOG = Log.of("org.wso2.carbon.securevault.DefaultSecretCallbackHandler");

    private StartupPassword() {}

    static String read(Home home) throws IOException, StartFailure {
        boolean keep = Boolean.getBoolean("persist.password");
        Path once = home.path("password");
        if (Files.exists(once)) {
            String password = firstLine(once);
            if (!keep) {
                Files.move(once, home.path("password-tmp"));
            }
            return password;
        }
        Path temporary = home.path("password-tmp");
        if (Files.exists(temporary)) {
            String password = firstLine(temporary);
            if (!keep) {
                // Overwritten first, so that the text is not left on the disk.
                Files.writeString(temporary, "!@#$%^&*()SDFGHJZXCVBNM!@#$%^&*");
                Files.delete(temporary);
            }
            return password;
        }
        Path kept = home.path("password-persist");
        return Files.exists(kept) ? firstLine(kept) : ask();
    }

    private static String ask() throws StartFailure {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("[Enter KeyStore and Private Key Password :]");
        if (answer == null) {
            LOG.error("Error reading the password of the key store: there is no password file and no console");
            throw new StartFailure("vault", null);
        }
        return new String(answer);
    }

    private static String firstLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }
}

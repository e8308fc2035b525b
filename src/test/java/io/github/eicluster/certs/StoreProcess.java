package io.github.eicluster.certs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another build that uses a store: what the test of the lock starts as a process of its own. */
public final class StoreProcess {

    private StoreProcess() {}

    /** Folder, rounds, and a file for the fingerprints that it saw; with zero rounds it only tries the lock once. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        if (rounds == 0) {
            CertificateStore.open(folder, Duration.ZERO).close();
        }
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            seen.add(build(folder));
        }
        Files.write(Path.of(arguments[2]), seen);
    }

    /** One build: takes the key, or makes it; gives fingerprint, password and derived bytes. */
    static String build(Path folder) {
        try (CertificateStore store = CertificateStore.open(folder)) {
            KeyEntry entry = store.key("internal").orElseGet(() -> {
                KeyEntry made = StoreKeys.make();
                store.putKey("internal", made);
                return made;
            });
            String password = store.password("node").reveal();
            byte[] derived = store.derived(Recipe.of("race"), () -> password.getBytes(StandardCharsets.UTF_8));
            store.commit();
            return StoreKeys.fingerprint(entry) + " " + password + " " + new String(derived, StandardCharsets.UTF_8);
        }
    }
}

package io.github.eicluster.testing;

import io.github.eicluster.certs.CertificatePlanner;
import io.github.eicluster.certs.CertificateStore;
import io.github.eicluster.certs.Renewal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

/** A store of keys that all tests of a build share, since RSA keys take long to make. */
public final class SharedKeys {

    /** The folder of the store. */
    public static final Path FOLDER = Path.of("target", "shared-keys").toAbsolutePath();

    /** The time of all builds. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private SharedKeys() {}

    /**
     * Plans with the shared keys, and keeps those that were missing.
     *
     * @param planning what plans
     * @return its result
     * @param <T> type of the plan
     */
    public static <T> T plan(Function<CertificatePlanner, T> planning) {
        try (CertificateStore store = CertificateStore.open(FOLDER)) {
            T plan = planning.apply(new CertificatePlanner(store, FOLDER.getParent(), NOW, Renewal.NONE, false));
            store.commit();
            return plan;
        }
    }
}

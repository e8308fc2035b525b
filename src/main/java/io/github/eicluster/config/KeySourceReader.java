package io.github.eicluster.config;

import io.github.eicluster.model.KeySource;
import java.util.List;
import java.util.Optional;

/** Reads the elements of one purpose: {@code loadBalancer}, {@code node} or {@code internal}. */
final class KeySourceReader {

    private static final List<String> PEM = List.of("certificate", "chain", "key");

    /** Elements that only a provided key needs. */
    private static final List<String> PROVIDED = List.of("certificate", "chain", "key", "keystore", "alias");

    private final Context context;

    KeySourceReader(Context context) {
        this.context = context;
    }

    /** The first element of a purpose that speaks of a provided key. */
    static Optional<Entry> provided(Optional<Entry> purpose) {
        return purpose.flatMap(
                entry -> PROVIDED.stream().filter(entry::has).findFirst().flatMap(entry::child));
    }

    KeySource read(Entry entry) {
        checkParts(entry);
        boolean hasNames = entry.schema().child("names").isPresent();
        boolean hasCurve = entry.schema().child("curve").isPresent();
        if (provided(Optional.of(entry)).isPresent()) {
            String rule = "means nothing beside a provided key, whose certificate says it. Remove it.";
            if (hasNames) {
                context.rejectIfPresent(entry, "names", rule);
            }
            if (hasCurve) {
                context.rejectIfPresent(entry, "curve", rule);
            }
        }
        return new KeySource(
                entry.text("certificate"),
                entry.text("chain"),
                entry.text("key"),
                entry.text("keystore"),
                entry.text("alias"),
                new KeyPassword(context).read(entry),
                hasNames ? new AlternativeNames(context, hasCurve).read(entry) : List.of(),
                hasCurve ? entry.text("curve") : Optional.empty());
    }

    /** A key is given by a key store, or by certificate and key. */
    private void checkParts(Entry entry) {
        if (entry.has("keystore")) {
            PEM.forEach(name -> context.rejectIfPresent(
                    entry, name, "contradicts keystore, which holds key and certificates. Keep one of them."));
            return;
        }
        context.rejectIfPresent(entry, "alias", "needs keystore, and there is none. Add it or remove alias.");
        boolean certificate = entry.has("certificate");
        boolean key = entry.has("key");
        if (certificate && !key) {
            missing(entry, "key", "The certificate needs its private key: give its PEM file, or a keystore with both.");
        }
        if (!certificate && (key || entry.has("chain"))) {
            missing(
                    entry,
                    "certificate",
                    "A " + (key ? "key" : "chain") + " alone is no use: give the PEM file of its certificate, or a"
                            + " keystore.");
        }
    }

    private void missing(Entry entry, String name, String remedy) {
        context.problems().error(entry.pathOf(name), "is missing. " + remedy);
    }
}

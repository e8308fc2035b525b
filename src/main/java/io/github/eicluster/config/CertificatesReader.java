package io.github.eicluster.config;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Certificates.InternalKey;
import io.github.eicluster.model.Certificates.Mode;
import io.github.eicluster.model.Certificates.StoreType;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code cluster/certificates}. */
final class CertificatesReader {

    private static final String BASE = "base";
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    private final Context context;

    CertificatesReader(Context context) {
        this.context = context;
    }

    /** Reads the element; the key of a load balancer needs one. */
    Certificates read(Optional<Entry> certificates, boolean hasBalancer) {
        return certificates.map(entry -> read(entry, hasBalancer)).orElse(Certificates.DEFAULT);
    }

    private Certificates read(Entry entry, boolean hasBalancer) {
        Certificates unless = Certificates.DEFAULT;
        Mode mode = word(entry, "mode").map(Mode::valueOf).orElse(unless.mode());
        InternalKey internalKey =
                word(entry, "internalKey").map(InternalKey::valueOf).orElse(unless.internalKey());
        boolean reported = entry.has("mode") && entry.text("mode").isEmpty();
        if (!reported) {
            new CertificateChecks(context.problems(), entry, mode, internalKey).check(hasBalancer);
        }
        return new Certificates(
                mode,
                internalKey,
                entry.text("internalKeyFingerprint").flatMap(text -> fingerprint(entry, text)),
                entry.flag("ca").orElse(unless.ca()),
                entry.flag("perNode").orElse(unless.perNode()),
                entry.text("store"),
                word(entry, "storeType").map(StoreType::valueOf).orElse(unless.storeType()),
                entry.number("keySize").orElse(unless.keySize()),
                entry.number("validity").orElse(unless.validity()),
                renewBefore(entry),
                protocols(entry),
                defaultKeys(entry),
                key(entry, "loadBalancer"),
                key(entry, "node"),
                key(entry, "internal"),
                truststorePassword(entry),
                entry.items("trusted").stream()
                        .map(Entry::legal)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> word(Entry entry, String name) {
        return entry.text(name).map(word -> word.toUpperCase(Locale.ROOT));
    }

    private Optional<String> fingerprint(Entry entry, String text) {
        Optional<String> fingerprint = Fingerprint.of(text);
        if (fingerprint.isEmpty()) {
            context.problems().error(entry.pathOf("internalKeyFingerprint"), "'" + text + "' " + Fingerprint.RULE);
        }
        return fingerprint;
    }

    /** A certificate that is due from its first day on would be issued anew by each build. */
    private int renewBefore(Entry entry) {
        int validity = entry.number("validity").orElse(Certificates.DEFAULT_VALIDITY);
        int renewBefore = entry.number("renewBefore").orElse(Certificates.DEFAULT_RENEW_BEFORE);
        if (renewBefore >= validity) {
            boolean declared = entry.has("renewBefore");
            context.problems()
                    .error(
                            entry.pathOf(declared ? "renewBefore" : "validity"),
                            (declared
                                            ? "'" + renewBefore + "' is not less than the " + validity
                                                    + " days of validity"
                                            : "'" + validity + "' is not more than the " + renewBefore
                                                    + " days of renewBefore")
                                    + ", so that every build would issue the certificates anew. Let renewBefore be less"
                                    + " than validity.");
        }
        return renewBefore;
    }

    private List<String> protocols(Entry entry) {
        Optional<String> text = entry.text("protocols");
        if (text.isEmpty()) {
            return Certificates.DEFAULT.protocols();
        }
        if (text.get().equals(BASE)) {
            return List.of();
        }
        Set<String> protocols = new LinkedHashSet<>();
        for (String part : text.get().split(",", -1)) {
            String protocol = part.strip();
            if (!PROTOCOLS.contains(protocol)) {
                context.problems().error(entry.pathOf("protocols"), "'" + protocol + "' " + rule(protocol));
            }
            protocols.add(protocol);
        }
        return List.copyOf(protocols);
    }

    private static String rule(String protocol) {
        if (protocol.equals(BASE)) {
            return "means the protocols of the base, and stands alone. Remove it, or the others.";
        }
        return "is no protocol that is allowed here. Write TLSv1.2, TLSv1.3, both with a comma, or base for those of the"
                + " base.";
    }

    private Set<String> defaultKeys(Entry entry) {
        Set<String> keys = new LinkedHashSet<>();
        entry.text("defaultKeys").ifPresent(text -> {
            for (String part : text.split("[\\s,]+", -1)) {
                Optional<String> key = Fingerprint.of(part);
                key.ifPresent(keys::add);
                if (key.isEmpty() && !part.isEmpty()) {
                    context.problems().error(entry.pathOf("defaultKeys"), "'" + part + "' " + Fingerprint.RULE);
                }
            }
        });
        return keys;
    }

    private KeySource key(Entry entry, String purpose) {
        return entry.child(purpose).map(new KeySourceReader(context)::read).orElse(KeySource.GENERATED);
    }

    private Optional<Secret> truststorePassword(Entry entry) {
        Optional<Entry> truststore = entry.child("truststore");
        truststore
                .filter(t -> !t.has("serverId") && !t.has("password"))
                .ifPresent(t -> context.problems()
                        .error(t.path(), "gives no password. Name a server of settings.xml with serverId."));
        return truststore.flatMap(new KeyPassword(context)::read);
    }
}

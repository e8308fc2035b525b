package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a test wants of certificates; keys of 2048 bits, since they take less time. */
final class WantedCertificates {

    /** The certificate of the miniatures' key, which tests declare as a default key. */
    static final String MINIATURE =
            "C3:04:B5:D8:B7:04:56:15:1A:95:FF:07:F2:50:C2:65:02:4A:D3:40:E9:6F:11:87:82:A1:D4:0C:9F:DD:0A:C9";

    Certificates.Mode mode = Certificates.Mode.GENERATE;
    Certificates.InternalKey internalKey = Certificates.InternalKey.AUTO;
    Optional<String> internalKeyFingerprint = Optional.empty();
    boolean ca = true;
    boolean perNode;
    Optional<String> store = Optional.empty();
    Certificates.StoreType storeType = Certificates.StoreType.JKS;
    int keySize = 2048;
    Set<String> defaultKeys = Set.of(MINIATURE);
    KeySource loadBalancer = KeySource.GENERATED;
    KeySource node = KeySource.GENERATED;
    KeySource internal = KeySource.GENERATED;
    Optional<Secret> truststorePassword = Optional.empty();
    List<String> trusted = List.of();

    Certificates build() {
        return new Certificates(
                mode,
                internalKey,
                internalKeyFingerprint,
                ca,
                perNode,
                store,
                storeType,
                keySize,
                Certificates.DEFAULT_VALIDITY,
                Certificates.DEFAULT_RENEW_BEFORE,
                List.of("TLSv1.2"),
                defaultKeys,
                loadBalancer,
                node,
                internal,
                truststorePassword,
                trusted);
    }

    /** Generated, with a password, further names and a curve. */
    static KeySource generated(Optional<Secret> password, List<String> names, Optional<String> curve) {
        return new KeySource(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                password,
                names,
                curve);
    }

    /** Given as PEM files, the certificate with its chain. */
    static KeySource pem(Path certificate, Path key, Optional<Secret> password) {
        return new KeySource(
                Optional.of(certificate.toString()),
                Optional.empty(),
                Optional.of(key.toString()),
                Optional.empty(),
                Optional.empty(),
                password,
                List.of(),
                Optional.empty());
    }
}

package io.github.eicluster.runbook;

import java.util.List;
import java.util.Set;

/**
 * What a runbook tells about keys and certificates; nothing in it is secret.
 *
 * @param certificates the certificates in use
 * @param files names of the files in the folder {@code certs}
 * @param store folder on the build machine that keeps the keys
 * @param internalKey SHA-256 of the public key of the pair that encrypts shared data, empty if it is not known
 */
public record RunbookCertificates(List<Row> certificates, Set<String> files, String store, String internalKey) {

    /** Copies the collections. */
    public RunbookCertificates {
        certificates = List.copyOf(certificates);
        files = Set.copyOf(files);
    }

    /**
     * One certificate.
     *
     * @param purpose what it is for
     * @param subject its subject
     * @param ends date of its end
     * @param origin where it comes from
     * @param fingerprint SHA-256 of the certificate
     */
    public record Row(String purpose, String subject, String ends, String origin, String fingerprint) {}
}

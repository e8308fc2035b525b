package io.github.eicluster.certs;

import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keys and certificates a cluster gets; nothing is written yet.
 *
 * @param keystores what each node's configuration is to name, by node id
 * @param nodeFiles key stores and trust stores by node id and path below the home
 * @param files files of the folder {@code certs} by name, such as {@code ca.crt} and {@code server.key}
 * @param ownerOnly names of those of {@code files} that hold a private key
 * @param problems mistakes and warnings
 * @param messages what was made, issued anew or kept, one sentence each
 * @param internalKeyFingerprint SHA-256 of the internal public key, if one is known
 * @param summary one entry per certificate in use, for log and runbook
 */
public record CertificatePlan(
        Map<String, NodeKeystores> keystores,
        Map<String, SortedMap<String, byte[]>> nodeFiles,
        SortedMap<String, byte[]> files,
        Set<String> ownerOnly,
        List<Problem> problems,
        List<String> messages,
        Optional<String> internalKeyFingerprint,
        List<Summary> summary) {

    /** Nothing is changed: mode none. */
    public static final CertificatePlan NONE = new CertificatePlan(
            Map.of(), Map.of(), new TreeMap<>(), Set.of(), List.of(), List.of(), Optional.empty(), List.of());

    /** Copies the collections. */
    public CertificatePlan {
        keystores = Map.copyOf(keystores);
        nodeFiles = Map.copyOf(nodeFiles);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        ownerOnly = Set.copyOf(ownerOnly);
        problems = List.copyOf(problems);
        messages = List.copyOf(messages);
        summary = List.copyOf(summary);
    }

    /**
     * One certificate in use.
     *
     * @param purpose such as {@code load balancer}, {@code TLS of the nodes}, {@code internal key}, {@code cluster CA}
     * @param subject its subject
     * @param ends date of its end, {@code 2028-11-23}
     * @param fingerprint SHA-256 of the certificate
     * @param origin {@code generated}, {@code provided}, or {@code the distribution's own}
     */
    public record Summary(String purpose, String subject, String ends, String fingerprint, String origin) {}
}

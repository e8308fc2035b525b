package io.github.eicluster.smoke;

import io.github.eicluster.model.ClusterException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities, and single certificates, that vouch for servers of the cluster. */
public final class Trust {

    private final Set<X509Certificate> certificates;

    private Trust(Set<X509Certificate> certificates) {
        this.certificates = Set.copyOf(certificates);
    }

    /**
     * Trusts the certificates of PEM files.
     *
     * @param name what messages call the files
     * @param files contents of the files
     * @return the trust
     * @throws ClusterException if a file holds no certificate
     */
    public static Trust ofPem(String name, List<byte[]> files) {
        Set<X509Certificate> found = new LinkedHashSet<>();
        for (byte[] file : files) {
            try {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                factory.generateCertificates(new ByteArrayInputStream(file))
                        .forEach(certificate -> found.add((X509Certificate) certificate));
            } catch (CertificateException e) {
                throw new ClusterException(
                        name + ": holds no certificates (" + e.getMessage() + "). Give a PEM file of certificates.", e);
            }
        }
        if (found.isEmpty()) {
            throw new ClusterException(name + ": holds no certificates. Give a PEM file of certificates.");
        }
        return new Trust(found);
    }

    /** {@return this trust and the public authorities that this Java machine trusts} */
    public Trust withPublicAuthorities() {
        Set<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(Arrays.asList(publicAuthorities().getAcceptedIssuers()));
        return new Trust(all);
    }

    /** {@return the public authorities that this Java machine trusts} */
    public static Trust publicOnly() {
        return new Trust(new LinkedHashSet<>(Arrays.asList(publicAuthorities().getAcceptedIssuers())));
    }

    private static X509TrustManager publicAuthorities() {
        try {
            return manager((KeyStore) null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What checks chains of servers, but no names. */
    X509TrustManager manager() {
        return manager(new ArrayList<>(certificates));
    }

    static X509TrustManager manager(List<X509Certificate> anchors) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry("anchor" + i, anchors.get(i));
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}

package io.github.eicluster.smoke;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps what a server presents and what is wrong with it, and accepts it all the same: what is wrong is a finding, and the
 * other checks go on. Nothing secret is ever sent over such a connection.
 */
final class Recorder extends X509ExtendedTrustManager {

    private static final X509Certificate[] NONE = {};

    private final Optional<Trust> trust;
    private List<X509Certificate> chain = List.of();
    private Optional<String> nameProblem = Optional.empty();
    private Optional<String> trustProblem = Optional.empty();

    Recorder(Optional<Trust> trust) {
        this.trust = trust;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Optional<String> nameProblem() {
        return nameProblem;
    }

    Optional<String> trustProblem() {
        return trustProblem;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String type, Socket socket) {
        chain = List.of(presented);
        try {
            // The JDK takes a certificate that is itself trusted without a look at its dates.
            presented[0].checkValidity();
            if (trust.isPresent()) {
                trust.get().manager().checkServerTrusted(presented, type);
            }
        } catch (CertificateException e) {
            trustProblem = Optional.of(reason(e));
        }
        try {
            // With the certificate itself as the anchor only the comparison of names is left, which the JDK does.
            X509ExtendedTrustManager names = (X509ExtendedTrustManager) Trust.manager(List.of(presented[0]));
            names.checkServerTrusted(presented, type, socket);
        } catch (CertificateException e) {
            nameProblem = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String reason(CertificateException e) {
        X509Certificate leaf = chain.get(0);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "is not valid today: " + cause.getMessage();
            }
        }
        return "is issued by " + leaf.getIssuerX500Principal().getName() + ", for which nobody vouches whom the cluster"
                + " trusts";
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are looked at");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String type) throws CertificateException {
        throw new CertificateException("only sockets are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE.clone();
    }
}

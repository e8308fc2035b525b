package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Whether the certificate of a listener is for its name, and whether somebody vouches for it whom the cluster trusts.
 *
 * @param subject whose listener it is
 * @param listener what it is for
 * @param host its host
 * @param port its port
 * @param name the name that the certificate has to hold
 * @param trust who may vouch
 * @param names finds addresses
 * @param timeout how long each step may take
 */
record CertificateCheck(
        String subject,
        String listener,
        String host,
        int port,
        String name,
        Optional<Trust> trust,
        Names names,
        Duration timeout)
        implements Check {

    private static final String UNREACHABLE = "See the check of the port.";

    @Override
    public String title() {
        return check("name");
    }

    @Override
    public List<Result> run() {
        try {
            Recorder seen = Tls.shakeHands(new InetSocketAddress(names.first(host), port), name, trust, timeout);
            return List.of(named(seen), trusted(seen));
        } catch (IOException e) {
            String message = host + ":" + port + ": " + Network.reason(e);
            boolean speaks = e instanceof javax.net.ssl.SSLException;
            Result result = speaks
                    ? Result.failed(
                            subject,
                            check("name"),
                            message,
                            "Look at the key store of this listener, and at the TLS versions that it offers.")
                    : Result.unchecked(subject, check("name"), message, UNREACHABLE);
            return List.of(result, Result.unchecked(subject, check("trust"), message, UNREACHABLE));
        }
    }

    private String check(String what) {
        return listener + " certificate " + what;
    }

    private Result named(Recorder seen) {
        X509Certificate leaf = seen.chain().get(0);
        String subjectName = leaf.getSubjectX500Principal().getName();
        return seen.nameProblem()
                .map(problem -> Result.failed(
                                subject,
                                check("name"),
                                "the certificate " + subjectName + " is not for " + name + ": " + problem,
                                "Give this listener a certificate for " + name
                                        + "; ei-cluster:certs makes one for all names of the cluster.")
                        .rule("EIC409"))
                .orElseGet(() ->
                        Result.passed(subject, check("name"), "the certificate " + subjectName + " is for " + name));
    }

    private Result trusted(Recorder seen) {
        X509Certificate leaf = seen.chain().get(0);
        if (trust.isEmpty() && seen.trustProblem().isEmpty()) {
            return Result.unchecked(
                    subject,
                    check("trust"),
                    "it is not known here whom the cluster trusts",
                    "Run the goal where the keys of the cluster are kept, or name a PEM file:"
                            + " -Dei-cluster.smoke-test.trusted=ca.crt.");
        }
        String issuer = leaf.getIssuerX500Principal().getName();
        LocalDate end = leaf.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        boolean balancer = subject.equals(SmokeTest.BALANCER);
        return seen.trustProblem()
                .map(problem -> Result.failed(
                                subject,
                                check("trust"),
                                "the certificate " + problem,
                                "Install the certificate that belongs to this cluster, with its chain, and restart or"
                                        + " reload the " + (balancer ? "load balancer." : "node."))
                        .rule(problem.startsWith("is not valid") ? "EIC402" : balancer ? "EIC407" : "EIC406"))
                .orElseGet(
                        () -> Result.passed(subject, check("trust"), "issued by " + issuer + ", valid until " + end));
    }
}

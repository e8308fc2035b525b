package io.github.eicluster.runbook;

import io.github.eicluster.model.Certificates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the runbook's section on certificates is made from. */
final class CertificateSteps {

    private final RunbookData data;

    CertificateSteps(RunbookData data) {
        this.data = data;
    }

    Map<String, Object> context() {
        RunbookCertificates certificates = data.certificates();
        Certificates wanted = data.cluster().certificates();
        return Map.of(
                "managedKeys",
                wanted.mode() != Certificates.Mode.NONE,
                "certificates",
                certificates.certificates().stream().map(CertificateSteps::row).toList(),
                "certificateFiles",
                files(wanted),
                "renewBefore",
                wanted.renewBefore(),
                "keyStore",
                certificates.store(),
                "internalKey",
                certificates.internalKey());
    }

    private static Map<String, String> row(RunbookCertificates.Row row) {
        return Map.of(
                "purpose", row.purpose(),
                // A subject may hold whatever a corporate authority puts there.
                "subject", row.subject().replace("|", "\\|"),
                "ends", row.ends(),
                "origin", row.origin(),
                "fingerprint", row.fingerprint());
    }

    /** The files that are there, in the order of use. */
    private List<Map<String, String>> files(Certificates wanted) {
        String key = wanted.loadBalancer().password().isPresent()
                ? "the load balancer; its private key, encrypted with the password of `certificates/loadBalancer`"
                : "the load balancer; its private key in clear text, for the account of the balancer only";
        List<Map<String, String>> files = new ArrayList<>();
        add(files, "server.crt", "the load balancer; its certificate with those that signed it");
        add(files, "server.key", key);
        add(files, "nodes.crt", "the load balancer, if it checks the certificates of the nodes");
        add(files, "ca.crt", "every client that is to trust the cluster's own authority");
        add(files, "server.csr", "an authority of your own, if it is to sign the load balancer's key");
        return files;
    }

    private void add(List<Map<String, String>> files, String name, String receiver) {
        if (data.certificates().files().contains(name)) {
            files.add(Map.of("name", name, "receiver", receiver));
        }
    }
}

package io.github.eicluster.mojo;

import io.github.eicluster.assembly.CertificateFiles;
import io.github.eicluster.assembly.Staging;
import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.model.Problem;
import java.nio.file.Path;

/**
 * What {@code certs} does. {@code configure} does it too, even after {@code certs}, so that no configuration ever names a
 * key store that is not staged: the second time nothing is new.
 */
final class CertificateStep {

    private final Said said;

    CertificateStep(Said said) {
        this.said = said;
    }

    void run(ClusterBuild build) {
        CertificatePlan plan = build.planned().certificates();
        Path output = build.workspace().output();
        build.warnings().stream().map(Problem::text).forEach(said::warn);
        // From here on files name these keys, so they have to be kept first.
        build.keys().commit();
        build.keys().close();
        new CertificateFiles(output).write(plan);
        new Staging(output, "certs").writeStores(build.planned().nodes());
        plan.messages().forEach(said::info);
        plan.summary().stream().map(Messages::certificate).forEach(said::info);
    }
}

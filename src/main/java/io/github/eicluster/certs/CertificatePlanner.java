package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.NodeStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Decides for every place and node which key it uses, and makes what is missing. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
public final class CertificatePlanner {

    /**
     * A planner of one build.
     *
     * @param store keeps keys between builds
     * @param baseDirectory where relative paths of provided files start
     * @param now the time of the build
     * @param renewal what is to be made anew
     * @param production whether unsafe choices are errors
     */
    public CertificatePlanner(
            CertificateStore store, Path baseDirectory, Instant now, Renewal renewal, boolean production) {}

    /**
     * Plans keys and certificates; provided keys are checked before anything is generated.
     *
     * @param cluster the cluster
     * @param found what each node's configuration names, one per node
     * @return the plan; if it has errors, nothing was generated
     */
    public CertificatePlan plan(Cluster cluster, List<NodeStores> found) {
        if (cluster.certificates().mode() == Certificates.Mode.NONE) {
            return CertificatePlan.NONE;
        }
        throw new UnsupportedOperationException();
    }
}

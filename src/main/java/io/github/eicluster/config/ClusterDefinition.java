package io.github.eicluster.config;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.model.Problem;
import java.util.List;

/**
 * What a configuration means.
 *
 * @param cluster the cluster
 * @param edits custom edits, in order
 * @param libraries where dependencies of the project go
 * @param distribution where the distribution comes from
 * @param warnings what is legal but worth knowing, in the order of the POM
 */
public record ClusterDefinition(
        Cluster cluster,
        List<CustomEdit> edits,
        Libraries libraries,
        DistributionSource distribution,
        List<Problem> warnings) {

    /** Copies the lists. */
    public ClusterDefinition {
        edits = List.copyOf(edits);
        warnings = List.copyOf(warnings);
    }
}

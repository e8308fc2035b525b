package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import java.time.Instant;
import java.util.List;

/**
 * What all parts of one plan share.
 *
 * @param cluster the cluster
 * @param store keeps keys between builds
 * @param now the time of the build
 * @param renewal what is to be made anew
 * @param production whether unsafe choices are errors
 * @param provided reads the keys that the team gives
 * @param findings takes problems and messages
 */
record Planning(
        Cluster cluster,
        CertificateStore store,
        Instant now,
        Renewal renewal,
        boolean production,
        ProvidedKeys provided,
        Findings findings) {

    /** Where problems of the whole part are reported. */
    static final String PLACE = "cluster/certificates";

    Certificates wanted() {
        return cluster.certificates();
    }

    List<String> nodeIds() {
        return cluster.nodes().stream().map(node -> node.id()).toList();
    }
}

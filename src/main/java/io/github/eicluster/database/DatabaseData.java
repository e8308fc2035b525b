package io.github.eicluster.database;

import io.github.eicluster.model.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * What the files for the administrator of the databases are made from.
 *
 * @param cluster the cluster
 * @param plan its databases
 * @param script bytes of the distribution's script that makes the tables
 * @param pools pools of all nodes, from their final files
 * @param root name of the distribution's root folder, such as wso2ei-6.6.0
 * @param authority PEM file with the authority of the database server's certificate, if it is declared
 * @param showPasswords whether the passwords of the nodes' users are written in clear text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DatabaseData(
        Cluster cluster,
        DatabasePlan plan,
        byte[] script,
        List<NodePool> pools,
        String root,
        Optional<byte[]> authority,
        boolean showPasswords) {

    /** Copies the list. */
    public DatabaseData {
        pools = List.copyOf(pools);
    }

    /**
     * A pool of connections of one node.
     *
     * @param nodeId id of the node
     * @param jndiName JNDI name of the datasource
     * @param url JDBC URL
     * @param maxActive most connections in use at the same time
     */
    public record NodePool(String nodeId, String jndiName, String url, int maxActive) {}
}

package io.github.eicluster.database;

import io.github.eicluster.database.DatabaseData.NodePool;
import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many connections the pools of all nodes may open on the servers of the databases. */
final class Connections {

    private final List<NodePool> pools = new ArrayList<>();

    Connections(DatabaseData data) {
        DatabaseEngine engine = data.plan().engine();
        Set<String> urls = new HashSet<>();
        Set<ServerAddress> servers = new HashSet<>();
        data.plan().databases().forEach(database -> {
            urls.add(database.url());
            database.server().ifPresent(servers::add);
        });
        for (NodePool pool : data.pools()) {
            boolean sameServer = pool.url().startsWith(engine.urlPrefix())
                    && engine.serverOf(pool.url()).filter(servers::contains).isPresent();
            if (sameServer || urls.contains(pool.url())) {
                pools.add(pool);
            }
        }
    }

    /** Sum over all nodes and datasources; large sizes do not overflow it. */
    long sum() {
        return pools.stream().mapToLong(NodePool::maxActive).sum();
    }

    /** One row per node: id, sizes by datasource, sum. */
    List<Map<String, String>> rows() {
        Map<String, List<NodePool>> byNode = new LinkedHashMap<>();
        pools.forEach(pool ->
                byNode.computeIfAbsent(pool.nodeId(), none -> new ArrayList<>()).add(pool));
        List<Map<String, String>> rows = new ArrayList<>();
        byNode.forEach((node, ofNode) -> rows.add(Map.of(
                "node",
                node,
                "pools",
                String.join(
                        ", ",
                        ofNode.stream()
                                .map(pool -> pool.jndiName() + " " + pool.maxActive())
                                .toList()),
                "sum",
                String.valueOf(ofNode.stream().mapToLong(NodePool::maxActive).sum()))));
        return rows;
    }

    /** A warning if the server allows fewer; PostgreSQL, MySQL and others refuse the rest. */
    Optional<Problem> problem(int maxConnections) {
        if (sum() <= maxConnections) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                "cluster/database/maxConnections",
                "'" + maxConnections + "' is less than the " + sum()
                        + " connections that the pools of all nodes may open."
                        + " Lower pool/maxActive, or let the server take more."));
    }
}

package io.github.eicluster.smoke;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A database server that the nodes use.
 *
 * @param name names of the datasources
 * @param host its host
 * @param port its port
 */
public record TestedDatabase(String name, String host, int port) {

    /**
     * Finds the servers in the URLs of a cluster's datasources.
     *
     * @param cluster the cluster
     * @return each server once; none for H2, whose databases are files
     */
    public static List<TestedDatabase> of(Cluster cluster) {
        Databases databases = cluster.databases();
        if (databases.type() == DatabaseType.H2) {
            return List.of();
        }
        DatabaseEngine engine = DatabaseEngine.of(databases.type());
        int usual = engine.port(databases.server().tls());
        Map<ServerAddress, TreeSet<String>> byServer = new LinkedHashMap<>();
        Stream.of(
                        Stream.of(databases.user(), databases.registry()),
                        databases.config().stream(),
                        cluster.nodes().stream().flatMap(node -> node.localRegistry().stream()))
                .flatMap(datasources -> datasources)
                .forEach(datasource -> engine.serverOf(datasource.url())
                        .map(server -> new ServerAddress(
                                server.host(), OptionalInt.of(server.port().orElse(usual))))
                        .ifPresent(server -> byServer.computeIfAbsent(server, key -> new TreeSet<>())
                                .add(datasource.name())));
        return byServer.entrySet().stream()
                .map(server -> new TestedDatabase(
                        String.join(", ", server.getValue()),
                        server.getKey().host(),
                        server.getKey().port().getAsInt()))
                .toList();
    }
}

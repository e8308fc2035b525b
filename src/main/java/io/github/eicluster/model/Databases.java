package io.github.eicluster.model;

import java.util.Optional;

/**
 * The databases that all nodes share.
 *
 * @param type engine
 * @param host machine of the database server as the URLs name it; absent for H2 and for hand-written URLs
 * @param address IP address of that machine for the hosts file, if declared
 * @param user users and permissions, {@code jdbc/WSO2UMDB}
 * @param registry shared registry, {@code jdbc/WSO2RegistryDB}
 * @param config shared configuration registry if it is kept apart, {@code jdbc/WSO2ConfigDB}
 */
public record Databases(
        DatabaseType type,
        Optional<String> host,
        Optional<String> address,
        Datasource user,
        Datasource registry,
        Optional<Datasource> config) {}

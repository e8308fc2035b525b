package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;

/**
 * One database of the cluster.
 *
 * @param name name of its datasource for messages, such as REGISTRY_DB
 * @param type engine
 * @param url JDBC URL of the nodes
 * @param credentials user and password of the nodes
 * @param validationQuery query with which the nodes' pools test connections
 * @param script the script that makes its tables
 */
public record Target(
        String name,
        DatabaseType type,
        String url,
        Credentials credentials,
        String validationQuery,
        SqlScript script) {}

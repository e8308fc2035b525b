package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import java.util.Optional;

/**
 * One database of the cluster; for Oracle and DB2 the tables of one user.
 *
 * @param name what messages call it, such as REGISTRY_DB
 * @param type engine
 * @param database name of the database as the URL spells it, if it does
 * @param schema schema to which the tables belong when an administrator makes them, if it is not that of his connection
 * @param url JDBC URL of the nodes
 * @param credentials user and password of the nodes
 * @param validationQuery query with which the nodes' pools test connections
 * @param script the script that makes its tables
 */
public record Target(
        String name,
        DatabaseType type,
        Optional<String> database,
        Optional<String> schema,
        String url,
        Credentials credentials,
        String validationQuery,
        SqlScript script) {}

package io.github.eicluster.config;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.Endpoint;
import io.github.eicluster.model.Databases;
import java.util.Map;
import java.util.Optional;

/**
 * What all databases of a cluster have in common.
 *
 * @param engine engine
 * @param server server that URLs are made for; absent if it is not known
 * @param url declared URL with {@code {database}} in it
 * @param described what else is declared of the server
 * @param login user and password
 * @param driverClassName class of the driver
 * @param ownDriver whether the class is a declared one
 * @param validationQuery query that tests a connection
 * @param pool settings of the pools
 */
record DatabaseServer(
        DatabaseEngine engine,
        Optional<Endpoint> server,
        Optional<String> url,
        Databases.Server described,
        Login login,
        String driverClassName,
        boolean ownDriver,
        String validationQuery,
        Map<String, String> pool) {

    /** The URL of one database, if enough is known. */
    Optional<String> urlOf(String database, Optional<String> schema) {
        if (url.isPresent()) {
            return url.map(template -> template.replace("{database}", database));
        }
        return server.map(s -> engine.url(s, database, schema));
    }
}

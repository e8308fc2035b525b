package io.github.eicluster.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One datasource of {@code master-datasources.xml}.
 *
 * @param name name of the datasource, such as REGISTRY_DB
 * @param jndiName JNDI name, such as {@code jdbc/WSO2RegistryDB}
 * @param url JDBC URL, not escaped
 * @param credentials user and password
 * @param driverClassName JDBC driver class
 * @param validationQuery query that proves that a connection works
 * @param pool declared settings of the Tomcat JDBC pool by element name, in order, times in milliseconds; what is not
 *     declared stays as an existing datasource has it
 * @param database name of the database as the URL spells it, for Oracle of the service; absent if a hand-written URL does
 *     not tell it
 * @param schema schema that the URL names; absent: that of the user
 */
public record Datasource(
        String name,
        String jndiName,
        String url,
        Credentials credentials,
        String driverClassName,
        String validationQuery,
        Map<String, String> pool,
        Optional<String> database,
        Optional<String> schema) {

    /** Copies the map. */
    public Datasource {
        pool = Collections.unmodifiableMap(new LinkedHashMap<>(pool));
    }

    /**
     * A datasource whose URL alone says which database it is.
     *
     * @param name name of the datasource
     * @param jndiName JNDI name
     * @param url JDBC URL, not escaped
     * @param credentials user and password
     * @param driverClassName JDBC driver class
     * @param validationQuery query that proves that a connection works
     * @param pool declared settings of the pool
     */
    public Datasource(
            String name,
            String jndiName,
            String url,
            Credentials credentials,
            String driverClassName,
            String validationQuery,
            Map<String, String> pool) {
        this(
                name,
                jndiName,
                url,
                credentials,
                driverClassName,
                validationQuery,
                pool,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same database under another name.
     *
     * @param other name of the datasource
     * @return the renamed datasource
     */
    public Datasource named(String other) {
        return new Datasource(
                other, jndiName, url, credentials, driverClassName, validationQuery, pool, database, schema);
    }

    /** {@return what the registry calls cacheId: user, at sign, URL, not escaped} */
    public String cacheId() {
        return credentials.username() + "@" + url;
    }
}

package io.github.eicluster.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 */
public record Datasource(
        String name,
        String jndiName,
        String url,
        Credentials credentials,
        String driverClassName,
        String validationQuery,
        Map<String, String> pool) {

    /** Copies the map. */
    public Datasource {
        pool = Collections.unmodifiableMap(new LinkedHashMap<>(pool));
    }

    /** {@return what the registry calls cacheId: user, at sign, URL, not escaped} */
    public String cacheId() {
        return credentials.username() + "@" + url;
    }
}

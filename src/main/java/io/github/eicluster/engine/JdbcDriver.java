package io.github.eicluster.engine;

import java.util.Optional;

/**
 * A JDBC driver.
 *
 * @param className the class that the datasource names
 * @param coordinates the artifact on Maven Central that holds it, {@code groupId:artifactId:version}, built for Java 8, on
 *     which every EI 6.x runs; absent if the distribution has the driver, or if its licence asks the user first
 */
public record JdbcDriver(String className, Optional<String> coordinates) {

    static JdbcDriver of(String className, String coordinates) {
        return new JdbcDriver(className, Optional.of(coordinates));
    }

    static JdbcDriver of(String className) {
        return new JdbcDriver(className, Optional.empty());
    }
}

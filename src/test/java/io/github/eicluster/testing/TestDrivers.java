package io.github.eicluster.testing;

import io.github.eicluster.model.Coordinates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Empty stand-ins of the JDBC drivers that the plugin packs by default: they hold the names of the classes. */
final class TestDrivers {

    private TestDrivers() {}

    static Map<Coordinates, TestArchives> all() {
        Map<Coordinates, TestArchives> all = new LinkedHashMap<>();
        put(
                all,
                "com.mysql:mysql-connector-j:8.4.0",
                TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver").withClass("com.mysql.jdbc.Driver"));
        put(all, "mysql:mysql-connector-java:5.1.49", TestArchives.jar().withDriver("com.mysql.jdbc.Driver"));
        put(
                all,
                "org.mariadb.jdbc:mariadb-java-client:2.7.13",
                TestArchives.jar().withDriver("org.mariadb.jdbc.Driver"));
        put(all, "org.postgresql:postgresql:42.7.8", TestArchives.jar().withDriver("org.postgresql.Driver"));
        put(
                all,
                "com.oracle.database.jdbc:ojdbc8:19.28.0.0",
                TestArchives.jar().withDriver("oracle.jdbc.OracleDriver"));
        put(
                all,
                "com.microsoft.sqlserver:mssql-jdbc:12.10.2.jre8",
                TestArchives.jar().withDriver("com.microsoft.sqlserver.jdbc.SQLServerDriver"));
        return all;
    }

    private static void put(Map<Coordinates, TestArchives> all, String coordinates, TestArchives archive) {
        Coordinates artifact = TestArtifacts.coordinates(coordinates);
        all.put(artifact, archive.withPom(artifact.groupId(), artifact.artifactId(), artifact.version()));
    }
}

package io.github.eicluster.library;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.DriverSource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sees to it that exactly one jar holds the JDBC driver of a node's datasources. Without it the server says
 * ClassNotFoundException when it starts; with two it takes either.
 */
final class DriverChecks {

    private static final String WHERE = "cluster/database/driver";

    /** EI brings its own H2. */
    private static final String H2 = "org.h2.Driver";

    /** Connector/J 8 still has the class of 5.1, which only hands on to the new one. */
    private static final String OLD_MYSQL = "com.mysql.jdbc.Driver";

    private static final String MYSQL = "com.mysql.cj.jdbc.Driver";

    private final Cluster cluster;
    private final DriverSource driver;
    private final ArtifactSource source;
    private final boolean complete;
    private FoundArtifact found;

    /**
     * Checks of one cluster.
     *
     * @param complete whether all dependencies are there; otherwise one of them may hold the class
     */
    DriverChecks(Cluster cluster, ArtifactSource source, boolean complete) {
        this.cluster = cluster;
        this.driver = cluster.databases().driver();
        this.source = source;
        this.complete = complete;
    }

    void check(Node node, NodeLayer layer) {
        Map<String, String> needed = needed(node);
        if (!needed.isEmpty() && driver.origin() == DriverSource.Origin.DECLARED && !add(layer)) {
            return;
        }
        needed.forEach((type, datasource) -> check(layer, type, datasource));
    }

    /** The driver classes of the datasources that the plugin writes, each with the name of one of them. */
    private Map<String, String> needed(Node node) {
        Databases databases = cluster.databases();
        List<Datasource> all = new ArrayList<>(List.of(databases.user(), databases.registry()));
        databases.config().ifPresent(all::add);
        cluster.registry().instances().stream()
                .map(Registry.Instance::datasource)
                .forEach(all::add);
        node.localRegistry().ifPresent(all::add);
        Map<String, String> needed = new LinkedHashMap<>();
        all.forEach(datasource -> needed.putIfAbsent(datasource.driverClassName(), datasource.name()));
        needed.remove(H2);
        return needed;
    }

    private void check(NodeLayer layer, String type, String datasource) {
        List<Jar> jars = ofVendor(layer, type);
        if (jars.isEmpty()
                && driver.origin() == DriverSource.Origin.DEFAULT
                && driver.family().contains(type)) {
            if (!complete || !add(layer)) {
                return;
            }
            jars = ofVendor(layer, type);
        }
        if (jars.isEmpty()) {
            missing(layer, type, datasource);
        } else if (jars.size() > 1) {
            layer.report(Problem.error(
                    layer.nodeId(),
                    paths(jars) + " all hold the JDBC driver " + type + " or another version of it, and the server"
                            + " would take any of them. Keep one; an artifact in cluster/database/driver replaces those of"
                            + " the distribution."));
        } else {
            checkVersion(layer, jars.get(0), type, datasource);
        }
    }

    /** The jars with the class or with another version of the driver; those that are added replace the distribution's. */
    private List<Jar> ofVendor(NodeLayer layer, String type) {
        List<Jar> jars =
                layer.jars().stream().filter(jar -> isOfVendor(jar, type)).toList();
        Optional<Jar> added = jars.stream().filter(Jar::added).findFirst();
        if (added.isEmpty()) {
            return jars;
        }
        jars.stream()
                .filter(jar -> !jar.added())
                .forEach(jar -> layer.remove(jar.path(), added.get().path()));
        return jars.stream().filter(Jar::added).toList();
    }

    private boolean isOfVendor(Jar jar, String type) {
        boolean version =
                driver.family().contains(type) && driver.family().stream().anyMatch(jar.facts()::holds);
        return version || jar.facts().holds(type);
    }

    private void missing(NodeLayer layer, String type, String datasource) {
        if (!complete) {
            return;
        }
        String remedy = driver.origin() == DriverSource.Origin.DECLARED
                ? " Name the artifact that holds it, or remove driver, for the usual one."
                : " Add its artifact to the dependencies of the project or to " + WHERE
                        + ", or put its jar into lib of an overlay.";
        String others = layer.jars().stream()
                .filter(jar -> jar.added() && !jar.facts().drivers().isEmpty())
                .map(jar -> layer.named(jar.path()) + " holds "
                        + String.join(
                                ", ", jar.facts().drivers().stream().sorted().toList()))
                .collect(Collectors.joining("; "));
        layer.report(Problem.error(
                layer.nodeId(),
                "no jar in lib, dropins or extensions holds the JDBC driver " + type + " of the datasource "
                        + datasource + (others.isEmpty() ? "" : " (" + others + ")") + "." + remedy));
    }

    private void checkVersion(NodeLayer layer, Jar jar, String type, String datasource) {
        String name = layer.named(jar.path());
        if (!jar.facts().holds(type)) {
            String holds =
                    driver.family().stream().filter(jar.facts()::holds).sorted().collect(Collectors.joining(", "));
            layer.report(Problem.error(
                    layer.nodeId(),
                    "'" + name + "' does not hold the JDBC driver " + type + " of the datasource " + datasource
                            + ", but " + holds + ". Take another version of it"
                            + (type.equals(MYSQL) ? " (8 or later), or set version of cluster/database to 5.7" : "")
                            + ", or name the class in driverClassName of cluster/database."));
        } else if (type.equals(OLD_MYSQL) && jar.facts().holds(MYSQL)) {
            layer.report(Problem.warning(
                    layer.nodeId(),
                    "'" + name + "' is Connector/J 8, where the JDBC driver " + type + " of the datasource "
                            + datasource
                            + " is deprecated. Take Connector/J 5.1, or remove version or driverClassName of"
                            + " cluster/database, for " + MYSQL + "."));
        }
    }

    /** Puts the driver's artifact into lib; reports it once if it cannot be found. */
    private boolean add(NodeLayer layer) {
        if (found == null) {
            found = source.find(driver.artifact().orElseThrow());
        }
        if (found.file().isPresent()) {
            layer.add(Places.ofDriver(found.artifact(), found.file().get()));
            return true;
        }
        layer.report(Problem.error(
                WHERE,
                "'" + found.artifact().text() + "' cannot be resolved (" + found.reason()
                        + "). Build once with access to a repository that has it, name another artifact, or add the driver"
                        + " to the dependencies of the project or to lib of an overlay."));
        return false;
    }

    private static String paths(List<Jar> jars) {
        return jars.stream().map(Jar::path).collect(Collectors.joining(" and "));
    }
}

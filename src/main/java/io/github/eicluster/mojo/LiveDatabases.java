package io.github.eicluster.mojo;

import io.github.eicluster.assembly.DatabasesFolder;
import io.github.eicluster.assembly.NodeDriver;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.database.DatabasePlan;
import io.github.eicluster.jdbc.LoadedDriver;
import io.github.eicluster.jdbc.PlannedServer;
import io.github.eicluster.jdbc.SqlScript;
import io.github.eicluster.jdbc.Target;
import io.github.eicluster.maven.ArtifactFiles;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** The databases of a planned cluster, with the script and the driver that its nodes have. */
final class LiveDatabases {

    private final ClusterBuild build;
    private final Services services;
    private final PlannedCluster planned;
    private final List<PlannedServer> servers;

    LiveDatabases(ClusterBuild build, Services services) {
        this.build = build;
        this.services = services;
        this.planned = build.planned();
        DatabasePlan plan = DatabasePlan.of(planned.cluster(), planned.version());
        this.servers = PlannedServer.of(planned.cluster(), plan, script(plan));
    }

    private SqlScript script(DatabasePlan plan) {
        byte[] content = DatabasesFolder.script(plan, build.base(), planned);
        return SqlScript.read(
                plan.script(), content, planned.cluster().databases().type());
    }

    List<PlannedServer> servers() {
        return servers;
    }

    List<Target> targets() {
        return servers.stream().flatMap(server -> server.targets().stream()).toList();
    }

    /** The driver that the nodes have. */
    LoadedDriver driver(Duration timeout) {
        String className = planned.cluster().databases().registry().driverClassName();
        Path folder = build.workspace().output().resolve("drivers");
        Path jar = new NodeDriver(planned.nodes().get(0), build.base(), folder)
                .find(className)
                .or(() -> planned.cluster().databases().driver().artifact().map(this::resolve))
                .orElseThrow(
                        () -> new ClusterException("cluster/database/driver: no jar of the nodes holds the JDBC driver "
                                + className + ". Name the artifact that holds it."));
        return LoadedDriver.load(List.of(jar), className, timeout);
    }

    /** The usual driver, which the nodes get unless a module of this build that is not packaged yet holds another one. */
    private Path resolve(Coordinates driver) {
        return new ArtifactFiles(
                        services.repositories(),
                        build.session().getRepositorySession(),
                        build.project().getRemoteProjectRepositories())
                .resolve(
                        driver.groupId(),
                        driver.artifactId(),
                        driver.version(),
                        driver.type(),
                        driver.classifier().orElse(""),
                        "cluster/database/driver");
    }

    /** Says the warnings, and fails with the errors, if there are any. */
    void conclude(List<Problem> problems, Log log) {
        problems.stream().filter(problem -> !problem.isError()).forEach(problem -> log.warn(problem.text()));
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ClusterException(errors.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining("\n  ", "The databases are not ready for the nodes:\n  ", "")));
        }
    }
}

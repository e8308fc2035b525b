package io.github.eicluster.mojo;

import io.github.eicluster.maven.OutputTimestamp;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * One run of a goal, as Maven and the scalar parameters describe it.
 *
 * @param bases what other goals of the build have read
 * @param packs whether the goal packs archives, and so needs the files of all dependencies
 * @param sampleCar whether every node gets the sample application
 */
record Invocation(
        MavenProject project,
        MavenSession session,
        MojoExecution execution,
        PluginDescriptor plugin,
        File outputDirectory,
        String environment,
        boolean production,
        boolean packs,
        boolean sampleCar,
        OpenedBases bases) {

    boolean hasPom() {
        return project.getFile() != null;
    }

    /** Where relative paths start: the project's directory, or that from which Maven was called. */
    Path baseDirectory() {
        return (hasPom() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory()))
                .toAbsolutePath()
                .normalize();
    }

    /** Time of changed and added archive entries. */
    Instant timestamp() {
        return OutputTimestamp.parse(project.getProperties().getProperty("project.build.outputTimestamp"));
    }

    /** Where this run reads and writes. */
    Workspace workspace() {
        return Workspace.of(project, baseDirectory(), outputDirectory, environment);
    }
}

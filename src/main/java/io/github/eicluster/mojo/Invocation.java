package io.github.eicluster.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * One run of a goal, as Maven and the scalar parameters describe it.
 *
 * @param bases what other goals of the build have read
 * @param packs whether the goal packs archives, and so needs the files of all dependencies
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

    /** Where this run reads and writes. */
    Workspace workspace() {
        return Workspace.of(project, baseDirectory(), outputDirectory, environment);
    }
}

package io.github.eicluster.maven;

import static java.util.Objects.requireNonNull;

import io.github.eicluster.model.ClusterException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds Maven artifacts in the local and the remote repositories of a build. */
public final class ArtifactFiles {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /**
     * Artifacts of one build.
     *
     * @param system Maven's resolver, not null
     * @param session session of the build, not null
     * @param repositories remote repositories of the project
     */
    public ArtifactFiles(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = requireNonNull(system, "system");
        this.session = requireNonNull(session, "session");
        this.repositories = List.copyOf(repositories);
    }

    /**
     * Resolves one artifact.
     *
     * @param groupId group
     * @param artifactId artifact
     * @param version version
     * @param type extension, such as zip
     * @param classifier classifier, empty for none
     * @param where POM path, for the message
     * @return its file in the local repository
     * @throws ClusterException if no repository has it
     */
    public Path resolve(
            String groupId, String artifactId, String version, String type, String classifier, String where) {
        DefaultArtifact artifact = new DefaultArtifact(groupId, artifactId, classifier, type, version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new ClusterException(
                    where + ": '" + artifact + "' cannot be resolved (" + e.getMessage()
                            + "). Install or deploy it to a repository that this build uses, or name a file instead.",
                    e);
        }
    }
}

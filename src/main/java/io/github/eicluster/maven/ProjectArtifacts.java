package io.github.eicluster.maven;

import static java.util.Objects.requireNonNull;

import io.github.eicluster.library.ArtifactSource;
import io.github.eicluster.library.FoundArtifact;
import io.github.eicluster.model.Coordinates;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;

/**
 * The dependencies of a project, found one by one. Maven's own resolution for goals is not used: it fetches the whole tree
 * although only the direct dependencies are packed, it stops at the first artifact that is missing, and it does nothing
 * without a POM.
 */
public final class ProjectArtifacts implements ArtifactSource {

    /** A dependency that names no scope has compile. */
    private static final Set<String> SCOPES = Set.of("", "compile", "runtime");

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;
    private final List<RemoteRepository> repositories;

    /**
     * Artifacts of one project.
     *
     * @param system Maven's resolver, not null
     * @param session session of the build, not null
     * @param project the project, not null; the one that Maven makes up if there is no POM has no dependencies
     */
    public ProjectArtifacts(RepositorySystem system, MavenSession session, MavenProject project) {
        this.system = requireNonNull(system, "system");
        this.session = requireNonNull(session, "session");
        this.project = requireNonNull(project, "project");
        this.repositories = List.copyOf(project.getRemoteProjectRepositories());
    }

    @Override
    public List<FoundArtifact> dependencies(boolean transitive) {
        List<Dependency> direct = project.getDependencies().stream()
                .map(dependency -> RepositoryUtils.toDependency(dependency, aether().getArtifactTypeRegistry()))
                .filter(dependency -> SCOPES.contains(dependency.getScope()))
                .toList();
        List<FoundArtifact> found = new ArrayList<>();
        if (transitive && !direct.isEmpty()) {
            try {
                tree(direct).stream()
                        .filter(ProjectArtifacts::isFile)
                        .forEach(artifact -> found.add(resolve(artifact)));
                return found;
            } catch (DependencyCollectionException e) {
                direct.forEach(dependency ->
                        found.add(FoundArtifact.missing(coordinates(dependency.getArtifact()), reason(e))));
                return found;
            }
        }
        direct.stream()
                .map(Dependency::getArtifact)
                .filter(ProjectArtifacts::isFile)
                .forEach(artifact -> found.add(find(artifact)));
        return found;
    }

    /** A POM only names other artifacts. */
    private static boolean isFile(Artifact artifact) {
        return !artifact.getExtension().equals("pom");
    }

    @Override
    public FoundArtifact find(Coordinates artifact) {
        return find(new DefaultArtifact(
                artifact.groupId(),
                artifact.artifactId(),
                artifact.classifier().orElse(""),
                artifact.type(),
                artifact.version()));
    }

    /** A version range becomes its highest version, and a relocated artifact the one that it has become. */
    private FoundArtifact find(Artifact artifact) {
        Artifact wanted = artifact;
        try {
            VersionRangeResult range =
                    system.resolveVersionRange(aether(), new VersionRangeRequest(artifact, repositories, null));
            if (range.getHighestVersion() == null) {
                return FoundArtifact.missing(
                        coordinates(artifact), "no version is in the range " + artifact.getVersion());
            }
            wanted = artifact.setVersion(range.getHighestVersion().toString());
            wanted = system.readArtifactDescriptor(aether(), new ArtifactDescriptorRequest(wanted, repositories, null))
                    .getArtifact();
        } catch (ArtifactDescriptorException e) {
            // What has no readable POM may still have a file.
        } catch (RepositoryException e) {
            return FoundArtifact.missing(coordinates(artifact), reason(e));
        }
        return resolve(wanted);
    }

    private FoundArtifact resolve(Artifact artifact) {
        try {
            Artifact resolved = system.resolveArtifact(aether(), new ArtifactRequest(artifact, repositories, null))
                    .getArtifact();
            File file = resolved.getFile();
            return file.isDirectory()
                    ? FoundArtifact.unpackaged(coordinates(artifact))
                    : FoundArtifact.at(coordinates(artifact), file.toPath());
        } catch (RepositoryException e) {
            return isModule(artifact)
                    ? FoundArtifact.unpackaged(coordinates(artifact))
                    : FoundArtifact.missing(coordinates(artifact), reason(e));
        }
    }

    /** Whether another project of this build makes the artifact. */
    private boolean isModule(Artifact artifact) {
        return session.getProjects().stream()
                .anyMatch(module -> module.getGroupId().equals(artifact.getGroupId())
                        && module.getArtifactId().equals(artifact.getArtifactId())
                        && module.getVersion().equals(artifact.getBaseVersion()));
    }

    private List<Artifact> tree(List<Dependency> direct) throws DependencyCollectionException {
        CollectRequest request = new CollectRequest();
        request.setRootArtifact(RepositoryUtils.toArtifact(project.getArtifact()));
        request.setDependencies(direct);
        request.setRepositories(repositories);
        if (project.getDependencyManagement() != null) {
            request.setManagedDependencies(project.getDependencyManagement().getDependencies().stream()
                    .map(managed -> RepositoryUtils.toDependency(managed, aether().getArtifactTypeRegistry()))
                    .toList());
        }
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        walk(system.collectDependencies(aether(), request).getRoot(), direct, artifacts);
        return List.copyOf(artifacts.values());
    }

    /** What a scope or an optional dependency keeps away takes its own dependencies with it. */
    private static void walk(DependencyNode parent, List<Dependency> direct, Map<String, Artifact> found) {
        for (DependencyNode node : parent.getChildren()) {
            Dependency dependency = node.getDependency();
            boolean packed = SCOPES.contains(dependency.getScope()) && !dependency.isOptional();
            boolean first = direct.stream().anyMatch(one -> isSame(one, dependency));
            Artifact artifact = dependency.getArtifact();
            String key = String.join(
                    ":",
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    artifact.getExtension(),
                    artifact.getClassifier());
            if ((packed || first) && found.putIfAbsent(key, artifact) == null) {
                walk(node, direct, found);
            }
        }
    }

    private static boolean isSame(Dependency one, Dependency other) {
        return one.getArtifact().getGroupId().equals(other.getArtifact().getGroupId())
                && one.getArtifact().getArtifactId().equals(other.getArtifact().getArtifactId());
    }

    private RepositorySystemSession aether() {
        return session.getRepositorySession();
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                artifact.getExtension(),
                Optional.of(artifact.getClassifier()).filter(classifier -> !classifier.isEmpty()));
    }

    /** What Maven says, as a part of a sentence; whether it was allowed to look on the network is worth knowing. */
    private String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).strip();
        String said = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return aether().isOffline() && !said.contains("offline") ? said + "; this build is offline" : said;
    }
}

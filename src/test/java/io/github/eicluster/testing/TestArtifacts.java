package io.github.eicluster.testing;

import io.github.eicluster.library.ArtifactSource;
import io.github.eicluster.library.FoundArtifact;
import io.github.eicluster.library.LibraryPlanner;
import io.github.eicluster.model.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository in a folder, and a project with dependencies in it, without Maven. */
public final class TestArtifacts implements ArtifactSource {

    private final Path folder;
    private final List<FoundArtifact> direct = new ArrayList<>();
    private final List<FoundArtifact> further = new ArrayList<>();
    private final Map<String, FoundArtifact> repository = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private TestArtifacts(Path folder) {
        this.folder = folder;
    }

    /**
     * An empty repository, and a project without dependencies.
     *
     * @param folder where archives are written
     * @return the repository
     */
    public static TestArtifacts in(Path folder) {
        return new TestArtifacts(folder);
    }

    /** {@return a planner for nodes that get the drivers which the plugin packs by default, and nothing else} */
    public static LibraryPlanner drivers() {
        // Each process that runs tests has files of its own.
        Path folder = Path.of(
                "target", "test-drivers", Long.toString(ProcessHandle.current().pid()));
        return new LibraryPlanner(in(folder.toAbsolutePath()).withDrivers(), true);
    }

    /** {@return the same with the drivers that the plugin packs by default} */
    public TestArtifacts withDrivers() {
        TestDrivers.all().forEach((coordinates, archive) -> repository.put(key(coordinates), at(coordinates, archive)));
        return this;
    }

    /** {@return the same with a direct dependency of the project} */
    public TestArtifacts dependency(Coordinates artifact, TestArchives archive) {
        direct.add(at(artifact, archive));
        return this;
    }

    /** {@return the same with a direct dependency, as the resolver found it} */
    public TestArtifacts dependency(FoundArtifact artifact) {
        direct.add(artifact);
        return this;
    }

    /** {@return the same with a dependency of a dependency} */
    public TestArtifacts transitive(Coordinates artifact, TestArchives archive) {
        further.add(at(artifact, archive));
        return this;
    }

    /** {@return the same with an artifact in the repository} */
    public TestArtifacts stored(Coordinates artifact, TestArchives archive) {
        repository.put(key(artifact), at(artifact, archive));
        return this;
    }

    /** {@return the same with a file in the repository that others have made} */
    public TestArtifacts stored(Coordinates artifact, Path file) {
        repository.put(key(artifact), FoundArtifact.at(artifact, file));
        return this;
    }

    /** {@return what was looked for, apart from dependencies} */
    public List<String> asked() {
        return asked;
    }

    @Override
    public List<FoundArtifact> dependencies(boolean transitive) {
        List<FoundArtifact> all = new ArrayList<>(direct);
        if (transitive) {
            all.addAll(further);
        }
        return all;
    }

    /** Whatever the version. */
    @Override
    public FoundArtifact find(Coordinates artifact) {
        asked.add(artifact.text());
        return Optional.ofNullable(repository.get(key(artifact)))
                .map(found -> FoundArtifact.at(artifact, found.file().orElseThrow()))
                .orElseGet(() -> FoundArtifact.missing(artifact, "it is in no repository"));
    }

    private FoundArtifact at(Coordinates artifact, TestArchives archive) {
        return FoundArtifact.at(
                artifact, archive.write(folder.resolve(artifact.groupId()).resolve(artifact.fileName())));
    }

    private static String key(Coordinates artifact) {
        return artifact.groupId() + ":" + artifact.artifactId();
    }

    /**
     * Reads coordinates.
     *
     * @param text {@code groupId:artifactId:version}, or with the type before the version
     * @return the coordinates
     */
    public static Coordinates coordinates(String text) {
        String[] parts = text.split(":", -1);
        return new Coordinates(
                parts[0], parts[1], parts[parts.length - 1], parts.length > 3 ? parts[2] : "jar", Optional.empty());
    }
}

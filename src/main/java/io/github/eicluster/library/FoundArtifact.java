package io.github.eicluster.library;

import io.github.eicluster.model.Coordinates;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An artifact that was looked for.
 *
 * @param artifact its coordinates, of a relocated artifact the new ones
 * @param file its file; absent if it was not found
 * @param unpackaged whether it is a module of this build that is not packaged yet
 * @param reason why there is no file, in the words of Maven; empty if there is one
 */
public record FoundArtifact(Coordinates artifact, Optional<Path> file, boolean unpackaged, String reason) {

    /**
     * An artifact with its file.
     *
     * @param artifact coordinates
     * @param file file in a repository or in the build directory of a module
     * @return the artifact
     */
    public static FoundArtifact at(Coordinates artifact, Path file) {
        return new FoundArtifact(artifact, Optional.of(file), false, "");
    }

    /**
     * An artifact that no repository gave.
     *
     * @param artifact coordinates
     * @param reason what Maven says
     * @return the artifact
     */
    public static FoundArtifact missing(Coordinates artifact, String reason) {
        return new FoundArtifact(artifact, Optional.empty(), false, reason);
    }

    /**
     * A module of this build that has not been packaged.
     *
     * @param artifact coordinates
     * @return the artifact
     */
    public static FoundArtifact unpackaged(Coordinates artifact) {
        return new FoundArtifact(artifact, Optional.empty(), true, "");
    }
}

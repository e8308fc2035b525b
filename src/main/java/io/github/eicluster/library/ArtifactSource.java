package io.github.eicluster.library;

import io.github.eicluster.model.Coordinates;
import java.util.List;

/** Where artifacts come from. What cannot be found is said in the result, so that all mistakes come in one failure. */
public interface ArtifactSource {

    /**
     * Finds what the project depends on at run time: dependencies of the scopes compile and runtime.
     *
     * @param transitive whether dependencies of dependencies are wanted too
     * @return the artifacts in the order of the POM, none if there is no POM
     */
    List<FoundArtifact> dependencies(boolean transitive);

    /**
     * Finds one artifact.
     *
     * @param artifact its coordinates
     * @return the artifact; without a file if no repository has it
     */
    FoundArtifact find(Coordinates artifact);
}

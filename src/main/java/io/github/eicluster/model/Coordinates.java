package io.github.eicluster.model;

import java.util.Optional;

/**
 * Coordinates of a Maven artifact.
 *
 * @param groupId group
 * @param artifactId artifact
 * @param version version; of a snapshot, the one that ends in SNAPSHOT
 * @param type extension of the file, such as jar, zip or car
 * @param classifier classifier, if any
 */
public record Coordinates(String groupId, String artifactId, String version, String type, Optional<String> classifier) {

    /** {@return group, artifact, type, classifier and version with colons, as Maven writes them} */
    public String text() {
        return groupId + ":" + artifactId + ":" + type
                + classifier.map(word -> ":" + word).orElse("") + ":" + version;
    }

    /** {@return the name of the file in a repository: artifact, version, classifier, extension} */
    public String fileName() {
        return artifactId + "-" + version + classifier.map(word -> "-" + word).orElse("") + "." + type;
    }
}

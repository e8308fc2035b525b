package io.github.eicluster.library;

import io.github.eicluster.model.Coordinates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which artifact a jar is a copy of, whatever its version.
 *
 * @param groupId group, if the jar says it
 * @param artifactId artifact, if the jar says it; otherwise only its file name tells
 * @param classifier classifier, empty for none
 * @param fileName name of the file
 */
record JarIdentity(Optional<String> groupId, Optional<String> artifactId, String classifier, String fileName) {

    /** What may follow the artifact in a file name: a version, and words that belong to versions. */
    private static final String VERSION = "[-_]v?\\d\\w*(?:\\.\\w+)*"
            + "(?:[-_.](?:\\d\\w*|bin|jdbc\\d+|jre\\d+|java\\d+|ga|final|release|snapshot|alpha\\d*|beta\\d*|rc\\d*|b\\d+|wso2v?\\d+))*";

    static JarIdentity of(Coordinates artifact) {
        return new JarIdentity(
                Optional.of(artifact.groupId()),
                Optional.of(artifact.artifactId()),
                artifact.classifier().orElse(""),
                artifact.fileName());
    }

    /** Of several artifacts in one jar, it is the one that it is named after. */
    static JarIdentity of(String path, JarFacts facts) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        List<JarFacts.Artifact> said = facts.artifacts();
        Optional<JarFacts.Artifact> artifact = said.size() == 1
                ? Optional.of(said.get(0))
                : said.stream()
                        .filter(one -> isNamedAfter(fileName, one.artifactId()))
                        .max(Comparator.comparingInt(one -> one.artifactId().length()));
        return new JarIdentity(
                artifact.map(JarFacts.Artifact::groupId),
                artifact.map(JarFacts.Artifact::artifactId),
                artifact.map(one -> classifier(fileName, one)).orElse(""),
                fileName);
    }

    /** {@return whether both are the same artifact; jars that say nothing are known by their file names} */
    boolean isSameAs(JarIdentity other) {
        if (artifactId.isPresent() && other.artifactId.isPresent()) {
            return artifactId.equals(other.artifactId)
                    && groupId.equals(other.groupId)
                    && classifier.equals(other.classifier);
        }
        if (artifactId.isPresent()) {
            return classifier.isEmpty() && isNamedAfter(other.fileName, artifactId.get());
        }
        return other.artifactId.isPresent() && other.isSameAs(this);
    }

    private static boolean isNamedAfter(String fileName, String artifactId) {
        return Pattern.compile(Pattern.quote(artifactId) + "(?:" + VERSION + ")?\\.jar", Pattern.CASE_INSENSITIVE)
                .matcher(fileName)
                .matches();
    }

    private static String classifier(String fileName, JarFacts.Artifact artifact) {
        String start = artifact.artifactId() + "-" + artifact.version() + "-";
        return fileName.startsWith(start) && fileName.endsWith(".jar")
                ? fileName.substring(start.length(), fileName.length() - ".jar".length())
                : "";
    }
}

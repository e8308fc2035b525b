package io.github.eicluster.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern for artifacts: {@code groupId:artifactId}, then {@code :type} and {@code :classifier} if they matter; an
 * asterisk stands for any characters.
 *
 * @param text the pattern as written
 */
public record ArtifactPattern(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.*-]+(?::[A-Za-z0-9_.*-]+){1,3}");

    /**
     * Tells whether a text is a pattern.
     *
     * @param text the text
     * @return whether it has two to four parts
     */
    public static boolean isLegal(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Tells whether an artifact is meant.
     *
     * @param artifact the artifact
     * @return whether every part of the pattern fits; an artifact without classifier fits the classifier {@code *} too
     */
    public boolean matches(Coordinates artifact) {
        List<String> wanted = List.of(text.split(":", -1));
        List<String> given = Stream.of(
                        artifact.groupId(),
                        artifact.artifactId(),
                        artifact.type(),
                        artifact.classifier().orElse(""))
                .limit(wanted.size())
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            if (!given.get(i).matches(expression(wanted.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String expression(String part) {
        return Stream.of(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}

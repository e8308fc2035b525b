package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In which form a node is written. */
public enum Format {
    /** A zip archive. */
    ZIP("zip", ".zip"),
    /** A tar archive, compressed by gzip. */
    TAR_GZ("tar.gz", ".tar.gz"),
    /** A folder that holds the root folder. */
    DIRECTORY("directory", "");

    private final String text;
    private final String suffix;

    Format(String text, String suffix) {
        this.text = text;
        this.suffix = suffix;
    }

    /**
     * Reads the word in the POM.
     *
     * @param text {@code zip}, {@code tar.gz} or {@code directory}
     * @return the format
     * @throws ClusterException if it is none of them; the message holds value and rule, the caller knows the place
     */
    public static Format fromText(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> new ClusterException("'" + text.trim() + "' is not a format. Use one of "
                        + Arrays.stream(values()).map(Format::text).collect(Collectors.joining(", ")) + "."));
    }

    /** {@return the word in the POM} */
    public String text() {
        return text;
    }

    /**
     * Names the file of a node.
     *
     * @param baseName name without suffix
     * @return the name with {@code .zip} or {@code .tar.gz}; a folder's name as it is
     */
    public String fileName(String baseName) {
        return baseName + suffix;
    }
}

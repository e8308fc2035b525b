package io.github.eicluster.miniature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The home of a node.
 *
 * @param directory EI_HOME
 * @param version EI version, as in {@code bin/version.txt}
 */
record Home(Path directory, String version) {

    static Home of(Path directory) throws IOException {
        String text = Files.readString(directory.resolve("bin/version.txt")).strip();
        return new Home(directory, text.substring(text.lastIndexOf('v') + 1));
    }

    /** A path below the home; absolute ones stay. */
    Path path(String relative) {
        return directory.resolve(relative.strip());
    }

    boolean isTomcat9() {
        return version.startsWith("6.6");
    }
}

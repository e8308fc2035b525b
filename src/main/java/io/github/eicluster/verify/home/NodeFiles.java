package io.github.eicluster.verify.home;

import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The files of one node, wherever they are; nothing is unpacked. Paths are relative to the home and use {@code /}. */
public interface NodeFiles extends Closeable {

    /** {@return where the files are, for messages} */
    String origin();

    /** {@return the paths of all files} */
    List<String> files();

    /**
     * Gives the size of a file without reading it.
     *
     * @param path path below the home
     * @return bytes, or empty if there is no such file
     */
    OptionalLong size(String path);

    /**
     * Gives the Unix permission bits of a file.
     *
     * @param path path below the home
     * @return such as {@code 0755}; empty if the place of the file knows none
     */
    OptionalInt mode(String path);

    /**
     * Opens a file.
     *
     * @param path path below the home
     * @return its content, to be closed by the caller, or empty if there is no such file
     * @throws io.github.eicluster.model.ClusterException if it cannot be read
     */
    Optional<InputStream> open(String path);

    /** {@return whether it is an archive, in which no server can have run} */
    default boolean packed() {
        return false;
    }

    @Override
    void close();
}

package io.github.eicluster.product;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An EI home to read from: a distribution archive or an unpacked directory. Paths are relative to the home and use
 * {@code /}.
 */
public interface Home {

    /** {@return where it comes from, for messages: the path of the archive or of the directory} */
    String origin();

    /** {@return the name of the root folder, such as {@code wso2ei-6.6.0}} */
    String root();

    /** {@return paths of all files (no directories), in the order of the base} */
    List<String> files();

    /**
     * Reads one file whole.
     *
     * @param path path below the home
     * @return its bytes, or empty if there is no such file
     * @throws io.github.eicluster.model.ClusterException if it cannot be read or is larger than 64 MB
     */
    Optional<byte[]> read(String path);

    /**
     * Opens one file. A home that is not held in memory gives files of any size.
     *
     * @param path path below the home
     * @return its content, to be closed by the caller, or empty if there is no such file
     * @throws io.github.eicluster.model.ClusterException if it cannot be read
     */
    default Optional<InputStream> stream(String path) {
        return read(path).map(ByteArrayInputStream::new);
    }
}

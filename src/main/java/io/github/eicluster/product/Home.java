package io.github.eicluster.product;

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
}

package io.github.eicluster.verify.home;

/**
 * A place in the files of a node or of the load balancer.
 *
 * @param node name of the node; empty for the load balancer and for the cluster as a whole
 * @param file path below the home, or below the folder of the load balancer; empty for the node as a whole
 * @param line 1-based; 0 for the file as a whole
 * @param path path of the element, key of the property or name of the directive; may be empty
 */
public record Place(String node, String file, int line, String path) {

    /**
     * A whole file.
     *
     * @param node name of the node
     * @param file path below the home
     * @return the place
     */
    public static Place of(String node, String file) {
        return new Place(node, file, 0, "");
    }

    /** {@return file and line, as compilers write them} */
    public String text() {
        return line == 0 ? file : file + ":" + line;
    }
}

package io.github.eicluster.model;

/**
 * How systemd runs the nodes on Linux.
 *
 * @param user account that runs the server
 * @param group its group
 * @param directory directory on every machine that holds one directory per node, absolute
 * @param openFiles limit of open files
 * @param processes limit of processes and threads of the account
 * @param restart whether systemd starts a server again that has ended by itself
 * @param stopTimeout seconds that a server gets to stop before it is killed
 * @param umask mode bits that new files do not get, in octal digits
 */
public record Service(
        String user,
        String group,
        String directory,
        int openFiles,
        int processes,
        boolean restart,
        int stopTimeout,
        String umask) {

    /**
     * Where a node's archive is unpacked.
     *
     * @param nodeId id of the node
     * @return absolute path
     */
    public String place(String nodeId) {
        return (directory.equals("/") ? "" : directory) + "/" + nodeId;
    }

    /**
     * Name of the unit of a node.
     *
     * @param nodeId id of the node
     * @return name without extension
     */
    public static String unit(String nodeId) {
        return "wso2ei-" + nodeId;
    }
}

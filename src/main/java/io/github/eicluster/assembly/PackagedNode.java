package io.github.eicluster.assembly;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A node that has been packed.
 *
 * @param nodeId id of the node
 * @param file the archive or folder
 * @param bytes its size in bytes
 * @param reused whether it was up to date and has not been written
 * @param elapsed time that it took
 */
public record PackagedNode(String nodeId, Path file, long bytes, boolean reused, Duration elapsed) {}

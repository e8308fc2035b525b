package io.github.eicluster.launch;

import java.time.Duration;

/**
 * How long what may take.
 *
 * @param start until a node is up
 * @param members from the moment at which a node is in a cluster until all see each other; also until the others have seen
 *     a node leave
 * @param stop until a node has ended by itself; then it is killed
 */
public record Timing(Duration start, Duration members, Duration stop) {}

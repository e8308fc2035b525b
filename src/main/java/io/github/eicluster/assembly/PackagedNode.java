package io.github.eicluster.assembly;

import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.WrittenArchive;

/**
 * A node that has been packed.
 *
 * @param nodeId id of the node
 * @param format how it is packed
 * @param archive what is in place
 */
public record PackagedNode(String nodeId, Format format, WrittenArchive archive) {}

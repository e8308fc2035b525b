package io.github.eicluster.assembly;

import io.github.eicluster.archive.Format;
import java.nio.file.Path;

/**
 * One archive that is wanted of a node.
 *
 * @param node the node
 * @param format how it is packed
 * @param target the archive, or for {@link Format#DIRECTORY} the folder that will hold the root folder
 * @param checksum whether the SHA-256 of the archive is wanted
 */
public record PackageOrder(PlannedNode node, Format format, Path target, boolean checksum) {}

package io.github.eicluster.archive;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One archive that is wanted.
 *
 * @param content what is laid over the distribution
 * @param target the archive, or for {@link Format#DIRECTORY} the folder that will hold the root folder; parents are created
 * @param format the format
 * @param timestamp time of changed and added entries, written as UTC; of all entries if the base is a directory
 * @param checksum whether the SHA-256 of the archive is wanted
 */
public record ArchiveRequest(NodeContent content, Path target, Format format, Instant timestamp, boolean checksum) {}

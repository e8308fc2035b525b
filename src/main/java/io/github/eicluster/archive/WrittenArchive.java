package io.github.eicluster.archive;

import java.nio.file.Path;

/**
 * A node archive that is in its place.
 *
 * @param file the archive, or the folder that holds the root folder
 * @param bytes its size; for a folder, the sum of its files
 * @param entries number of entries, folders and links too
 * @param reused whether it was there already and nothing had changed
 */
public record WrittenArchive(Path file, long bytes, int entries, boolean reused) {}

package io.github.eicluster.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A node archive that is in its place.
 *
 * @param file the archive, or the folder that holds the root folder
 * @param bytes its size; for a folder, the sum of its files
 * @param entries number of entries, folders and links too
 * @param reused whether it was there already and nothing had changed
 * @param checksum SHA-256 of the archive in hexadecimal digits, if it was wanted; never of a folder
 * @param work what was done
 * @param elapsed how long that took
 */
public record WrittenArchive(
        Path file, long bytes, int entries, boolean reused, Optional<String> checksum, Work work, Duration elapsed) {}

package io.github.eicluster.archive;

/**
 * What writing one archive took.
 *
 * @param bytesWritten bytes that were written, to all files
 * @param copied entries that were taken over with their compressed bytes
 * @param made entries whose bytes were made anew: changed and added files, and everything that is not copied from zip to zip
 */
public record Work(long bytesWritten, int copied, int made) {

    /** Nothing had to be done. */
    public static final Work NONE = new Work(0, 0, 0);
}

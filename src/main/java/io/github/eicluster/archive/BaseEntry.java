package io.github.eicluster.archive;

import java.time.Instant;

/**
 * One entry of a distribution.
 *
 * @param ordinal its place in the base
 * @param path path below the home without final slash; empty for the root folder itself
 * @param kind what it is
 * @param mode Unix permission bits
 * @param size size of the content in bytes
 * @param modified time of the last change; a zip's local time is taken as UTC
 * @param link target of a symbolic link, else empty
 */
record BaseEntry(int ordinal, String path, Kind kind, int mode, long size, Instant modified, String link) {

    /** What an entry can be. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}

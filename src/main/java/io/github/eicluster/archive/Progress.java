package io.github.eicluster.archive;

import java.nio.file.Path;

/** Is told how far the writing of archives is, by several threads at once. */
public interface Progress {

    /** Is interested in nothing. */
    Progress NONE = new Progress() {};

    /**
     * Writing begins.
     *
     * @param bytes about how many bytes will be written altogether
     */
    default void begins(long bytes) {}

    /**
     * Some bytes were written.
     *
     * @param target the archive or folder that will hold them
     * @param bytes how many
     */
    default void wrote(Path target, long bytes) {}

    /** Writing is over, with success or without. */
    default void ends() {}
}

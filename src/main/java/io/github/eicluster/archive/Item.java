package io.github.eicluster.archive;

import java.nio.file.Path;

/** One entry of a node archive. */
sealed interface Item {

    /** {@return path below the home; empty for the root folder} */
    String path();

    /** An entry of the base that does not change. */
    record Kept(BaseEntry entry) implements Item {
        @Override
        public String path() {
            return entry.path();
        }
    }

    /** An entry of the base with new content. */
    record Replaced(BaseEntry entry, Path file) implements Item {
        @Override
        public String path() {
            return entry.path();
        }

        /** {@return the mode in the new archive: that of the base, unless it was a link} */
        int mode() {
            return entry.kind() == BaseEntry.Kind.LINK ? Modes.ofNewFile(entry.path()) : entry.mode();
        }
    }

    /** A file that the base does not have. */
    record Added(String path, Path file, int mode) implements Item {}
}

package io.github.eicluster.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes the entries of a node in one format. */
interface NodeWriter {

    /** Writes all items to a part that does not exist yet; what it leaves behind after a failure is deleted by the caller. */
    void write(Base base, List<Item> items, Part part, Instant timestamp) throws IOException;

    /** {@return the path of an item inside an archive, with the root folder} */
    static String inArchive(Base base, String path) {
        return path.isEmpty() ? base.root() : base.root() + "/" + path;
    }

    /** {@return the time of an entry that does not change} */
    static Instant time(Base base, BaseEntry entry, Instant timestamp) {
        return base.keepsTimes() ? entry.modified() : timestamp;
    }
}

package io.github.eicluster.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** What a distribution is read from. */
interface Base extends Closeable {

    /** {@return the name of the root folder} */
    String root();

    /** {@return all entries, directories and links too, in the order of the base} */
    List<BaseEntry> entries();

    /** {@return the content of a file} */
    InputStream open(BaseEntry entry) throws IOException;

    /** {@return the file that holds the content of an entry; only of an unpacked home} */
    default Path file(BaseEntry entry) {
        throw new UnsupportedOperationException("only of an unpacked home");
    }

    /** {@return whether entries that do not change keep their time in new archives} */
    boolean keepsTimes();

    /** {@return a text that changes when the base changes; nothing is read for it} */
    String identity();

    /** {@return a text that changes with the content of an entry, as far as that can be told without reading it} */
    String contentKey(BaseEntry entry);

    /** {@return about how many bytes an entry takes in an archive of this base} */
    long length(BaseEntry entry);

    /** Fails if the base is no longer what it was when it was opened. */
    void requireUnchanged() throws IOException;
}

package io.github.eicluster.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a distribution is read from. */
interface Base extends Closeable {

    /** {@return the name of the root folder} */
    String root();

    /** {@return all entries, directories and links too, in the order of the base} */
    List<BaseEntry> entries();

    /** {@return the content of a file} */
    InputStream open(BaseEntry entry) throws IOException;

    /** {@return whether entries that do not change keep their time in new archives} */
    boolean keepsTimes();

    /** {@return a text that changes when the base changes} */
    String identity();
}

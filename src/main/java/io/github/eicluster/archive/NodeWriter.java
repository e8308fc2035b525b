package io.github.eicluster.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the entries of a node in one format. */
interface NodeWriter {

    /**
     * Writes all items to a part that does not exist yet; what it leaves behind after a failure is deleted by the caller.
     *
     * @return what was done, and the checksum if it was wanted
     */
    Written write(Order order, Part part) throws IOException;

    /** What is to be written. */
    record Order(Base base, List<Item> items, ArchiveRequest request, Progress progress) {

        Instant timestamp() {
            return request.timestamp();
        }

        /** {@return the time of an entry that does not change} */
        Instant time(BaseEntry entry) {
            return base.keepsTimes() ? entry.modified() : timestamp();
        }

        /** {@return the path of an item inside an archive, with the root folder} */
        String inArchive(String path) {
            return path.isEmpty() ? base.root() : base.root() + "/" + path;
        }
    }

    /**
     * What was written.
     *
     * @param work what was done
     * @param checksum SHA-256 of the file, if it was wanted
     * @param tail where the part begins that changes with every entry: the central directory of a zip
     */
    record Written(Work work, Optional<String> checksum, long tail) {}
}

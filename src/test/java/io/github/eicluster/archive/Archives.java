package io.github.eicluster.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes single archives. */
final class Archives {

    private Archives() {}

    static WrittenArchive write(Distribution base, NodeContent content, Path target, Format format, Instant timestamp) {
        return new NodeArchiver("test", 1, Progress.NONE)
                .write(base, List.of(new ArchiveRequest(content, target, format, timestamp, false)))
                .get(0);
    }
}

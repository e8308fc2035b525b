package io.github.eicluster.verify;

import io.github.eicluster.verify.home.NodeFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Files of a node in memory. */
record MemoryFiles(String origin, Map<String, byte[]> content, Map<String, Integer> modes, boolean packed)
        implements NodeFiles {

    @Override
    public List<String> files() {
        return List.copyOf(content.keySet());
    }

    @Override
    public OptionalLong size(String path) {
        return content.containsKey(path) ? OptionalLong.of(content.get(path).length) : OptionalLong.empty();
    }

    @Override
    public OptionalInt mode(String path) {
        return modes.containsKey(path) ? OptionalInt.of(modes.get(path)) : OptionalInt.empty();
    }

    @Override
    public Optional<InputStream> open(String path) {
        return Optional.ofNullable(content.get(path)).map(ByteArrayInputStream::new);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

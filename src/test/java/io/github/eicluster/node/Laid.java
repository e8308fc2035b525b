package io.github.eicluster.node;

import io.github.eicluster.product.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A home with changed files laid over it, as the next run would find it. */
record Laid(Home base, Map<String, byte[]> changed) implements Home {

    @Override
    public String origin() {
        return base.origin();
    }

    @Override
    public String root() {
        return base.root();
    }

    @Override
    public List<String> files() {
        return Stream.concat(base.files().stream(), changed.keySet().stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(changed.get(path)).or(() -> base.read(path));
    }
}

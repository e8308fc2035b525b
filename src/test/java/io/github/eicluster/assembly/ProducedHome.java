package io.github.eicluster.assembly;

import io.github.eicluster.product.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A node as its archive unpacks it, without the archive and without what comes from Maven. */
record ProducedHome(Home base, PlannedNode node) implements Home {

    @Override
    public String origin() {
        return node.node().id();
    }

    @Override
    public String root() {
        return base.root();
    }

    @Override
    public List<String> files() {
        TreeSet<String> files = new TreeSet<>(base.files());
        files.addAll(node.paths());
        files.addAll(node.stores().keySet());
        return List.copyOf(files);
    }

    @Override
    public Optional<byte[]> read(String path) {
        Map<String, byte[]> changed = new TreeMap<>(node.plan().files());
        changed.putAll(node.stores());
        return Optional.ofNullable(changed.get(path))
                .or(() -> node.overlay().read(path))
                .or(() -> base.read(path));
    }
}

package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays the content of a node over a base. */
final class Layers {

    private final NodeContent content;
    private final Map<String, BaseEntry> base = new HashMap<>();

    private Layers(Base base, NodeContent content) {
        this.content = content;
        base.entries().forEach(entry -> this.base.put(entry.path(), entry));
    }

    /** {@return the entries of the node in order: the base's order, then what is added, sorted} */
    static List<Item> lay(Base base, NodeContent content) {
        Layers layers = new Layers(base, content);
        content.files().forEach(layers::check);
        List<Item> items = new ArrayList<>();
        SortedMap<String, Path> added = new TreeMap<>(content.files());
        for (BaseEntry entry : base.entries()) {
            Path file = added.remove(entry.path());
            if (file != null) {
                items.add(new Item.Replaced(entry, file));
            } else if (entry.isDirectory() || !content.excluded().contains(entry.path())) {
                items.add(new Item.Kept(entry));
            }
        }
        added.forEach((path, file) -> items.add(new Item.Added(path, file, content.modeOfAdded(path))));
        return items;
    }

    private void check(String path, Path file) {
        EntryNames.fault(path).ifPresent(fault -> {
            throw new ClusterException("The file '" + path + "' for a node " + fault
                    + "; give a path relative to the home, such as conf/carbon.xml.");
        });
        if (!Files.isRegularFile(file)) {
            throw new ClusterException(
                    "The file '" + file + "' for '" + path + "' of a node is missing; build the node again.");
        }
        if (path.endsWith("/") || isFolder(path)) {
            throw new ClusterException("The file '" + path + "' for a node would replace a folder of the distribution; "
                    + "rename it or take it out of the overlays.");
        }
        blockedBy(path).ifPresent(parent -> {
            throw new ClusterException("The file '" + path + "' for a node would lie below '" + parent
                    + "', which is not a folder; rename it or take it out of the overlays.");
        });
    }

    private boolean isFolder(String path) {
        BaseEntry entry = base.get(path);
        return (entry != null && entry.isDirectory())
                || base.keySet().stream().anyMatch(other -> other.startsWith(path + "/"));
    }

    private Optional<String> blockedBy(String path) {
        for (String folder = EntryNames.parent(path); !folder.isEmpty(); folder = EntryNames.parent(folder)) {
            BaseEntry entry = base.get(folder);
            if ((entry != null && !entry.isDirectory()) || content.files().containsKey(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}

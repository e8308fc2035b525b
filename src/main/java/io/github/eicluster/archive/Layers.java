package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays the content of a node over a base. */
final class Layers {

    private final NodeContent content;
    private final Map<String, BaseEntry> base = new HashMap<>();

    /** Folders that have entries below them, with or without an entry of their own. */
    private final Set<String> folders = new HashSet<>();

    private Layers(Base base, NodeContent content) {
        this.content = content;
        String last = "";
        for (BaseEntry entry : base.entries()) {
            this.base.put(entry.path(), entry);
            int length = entry.path().lastIndexOf('/');
            if (length == last.length() && entry.path().startsWith(last)) {
                continue; // most entries lie side by side with the one before
            }
            last = EntryNames.parent(entry.path());
            for (String folder = last; !folder.isEmpty() && folders.add(folder); folder = EntryNames.parent(folder)) {
                // goes up until a folder is known
            }
        }
    }

    /** {@return the entries of the node in order: the base's order, then what is added, sorted} */
    static List<Item> lay(Base base, NodeContent content) throws IOException {
        Layers layers = new Layers(base, content);
        content.files().keySet().forEach(layers::check);
        List<Item> items = new ArrayList<>();
        SortedMap<String, Path> added = new TreeMap<>(content.files());
        for (BaseEntry entry : base.entries()) {
            Path file = added.remove(entry.path());
            if (file != null) {
                items.add(Item.Made.inPlaceOf(entry, file));
            } else if (entry.isDirectory() || !content.excluded().contains(entry.path())) {
                items.add(new Item.Kept(entry));
            }
        }
        for (Map.Entry<String, Path> file : added.entrySet()) {
            items.add(Item.Made.added(file.getKey(), file.getValue(), content.modeOfAdded(file.getKey())));
        }
        return items;
    }

    /** Fails if a file of the content is missing. */
    static void requireFiles(NodeContent content) {
        content.files().forEach((path, file) -> {
            if (!Files.isRegularFile(file)) {
                throw new ClusterException(
                        "The file '" + file + "' for '" + path + "' of a node is missing; build the node again.");
            }
        });
    }

    private void check(String path) {
        EntryNames.fault(path).ifPresent(fault -> {
            throw new ClusterException("The file '" + path + "' for a node " + fault
                    + "; give a path relative to the home, such as conf/carbon.xml.");
        });
        if (path.endsWith("/") || isFolder(path)) {
            throw new ClusterException("The file '" + path + "' for a node would replace a folder of the distribution; "
                    + "rename it or take it out of the overlays.");
        }
        if (isLink(path)) {
            throw new ClusterException("The file '" + path + "' for a node would replace a symbolic link of the "
                    + "distribution; overlay the file that the link leads to.");
        }
        blockedBy(path).ifPresent(parent -> {
            throw new ClusterException("The file '" + path + "' for a node would lie below '" + parent + "', which is "
                    + (isLink(parent) ? "a symbolic link" : "not a folder")
                    + "; rename it or take it out of the overlays.");
        });
    }

    private boolean isFolder(String path) {
        BaseEntry entry = base.get(path);
        return (entry != null && entry.isDirectory()) || folders.contains(path);
    }

    private boolean isLink(String path) {
        BaseEntry entry = base.get(path);
        return entry != null && entry.kind() == BaseEntry.Kind.LINK;
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

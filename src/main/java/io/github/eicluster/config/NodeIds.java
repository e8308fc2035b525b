package io.github.eicluster.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the element {@code nodes} beside a cluster: ids of its nodes, with commas or one element each. */
final class NodeIds {

    private final Context context;
    private final Set<String> known;

    NodeIds(Context context, Set<String> known) {
        this.context = context;
        this.known = known;
    }

    /** The ids; none if the element is absent, which means all nodes. */
    Set<String> read(Entry parent) {
        Set<String> nodes = new LinkedHashSet<>();
        Optional<Entry> list = parent.child("nodes");
        list.flatMap(l -> l.child(Element.TEXT)).ifPresent(text -> {
            for (String id : text.value().split(",", -1)) {
                add(nodes, text, id.strip());
            }
        });
        list.map(Entry::items).orElse(List.of()).forEach(item -> item.legal().ifPresent(id -> add(nodes, item, id)));
        return nodes;
    }

    private void add(Set<String> nodes, Entry entry, String id) {
        if (!known.contains(id)) {
            context.problems()
                    .error(entry.path(), "'" + id + "' is no node. " + NearestName.remedy(id, new ArrayList<>(known)));
        }
        nodes.add(id);
    }
}

package io.github.eicluster.certs;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.NodeKeystores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each node gets: places to change, and files. */
final class NodeOutputs {

    private final Map<String, Map<String, Keystore>> swaps = new LinkedHashMap<>();
    private final Map<String, SortedMap<String, byte[]>> files = new LinkedHashMap<>();

    NodeOutputs(List<String> nodeIds) {
        nodeIds.forEach(id -> {
            swaps.put(id, new TreeMap<>());
            files.put(id, new TreeMap<>());
        });
    }

    void swap(String nodeId, String place, Keystore store) {
        swaps.get(nodeId).put(place, store);
    }

    void file(String nodeId, String path, byte[] content) {
        files.get(nodeId).put(path, content);
    }

    Map<String, NodeKeystores> keystores() {
        Map<String, NodeKeystores> keystores = new LinkedHashMap<>();
        swaps.forEach((id, places) -> keystores.put(id, new NodeKeystores(places)));
        return keystores;
    }

    Map<String, SortedMap<String, byte[]>> files() {
        return files;
    }
}

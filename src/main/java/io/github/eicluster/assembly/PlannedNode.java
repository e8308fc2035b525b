package io.github.eicluster.assembly;

import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Secret;
import io.github.eicluster.node.ClearText;
import io.github.eicluster.node.NodePlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One node with everything that it gets.
 *
 * @param node the node
 * @param plan what the concerns changed
 * @param overlay what the team lays over the base
 * @param libraries what it gets from Maven; nothing of it is staged, packing reads it where it is
 * @param stores key stores and trust stores by path below the home; one of the overlay at the same path is part of it
 */
public record PlannedNode(
        Node node, NodePlan plan, Overlay overlay, NodeLibraries libraries, SortedMap<String, byte[]> stores) {

    /** Copies the map. */
    public PlannedNode {
        stores = Collections.unmodifiableSortedMap(new TreeMap<>(stores));
    }

    /** {@return paths of all files but {@code stores} and {@code libraries} that differ from the base or may do so, sorted} */
    public TreeSet<String> paths() {
        TreeSet<String> paths = new TreeSet<>(overlay.files());
        paths.addAll(plan.files().keySet());
        paths.removeAll(stores.keySet());
        return paths;
    }

    /** {@return {@link #paths()}, those of {@code stores} and {@code libraries} and the removed ones, sorted} */
    public TreeSet<String> allPaths() {
        TreeSet<String> paths = paths();
        paths.addAll(stores.keySet());
        paths.addAll(libraries.files().keySet());
        paths.addAll(libraries.removed().keySet());
        return paths;
    }

    /** {@return number of secrets in clear text by path, from concerns and templates} */
    public SortedMap<String, Integer> clearSecrets() {
        SortedMap<String, Integer> all = new TreeMap<>(plan.clearSecrets());
        overlay.secrets().forEach((path, secrets) -> {
            int count = (int)
                    secrets.stream().filter(secret -> isClear(path, secret)).count();
            if (count > 0) {
                all.merge(path, count, Integer::sum);
            }
        });
        return all;
    }

    /** Without a vault nothing that a template wrote is replaced; with one, what counts is what is still there. */
    private boolean isClear(String path, Secret secret) {
        byte[] content = plan.files().get(path);
        return plan.vault().isEmpty() || content == null || ClearText.has(content, secret);
    }

    /** {@return how many secrets in clear text the node's archive holds} */
    public int clearSecretCount() {
        return clearSecrets().values().stream().mapToInt(Integer::intValue).sum();
    }
}

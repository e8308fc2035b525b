package io.github.eicluster.assembly;

import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.runbook.RunbookLibraries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What nodes get from Maven, with the nodes that get the same in one row. */
public final class LibraryRows {

    private LibraryRows() {}

    /**
     * Collects the rows.
     *
     * @param nodes the nodes
     * @return files and removed files, each sorted by path
     */
    static RunbookLibraries of(List<PlannedNode> nodes) {
        return new RunbookLibraries(rows(nodes, NodeLibraries::origins), rows(nodes, NodeLibraries::removed));
    }

    /**
     * Says the same in lines of a build log.
     *
     * @param nodes the nodes
     * @return one line for each file, with its nodes unless all have it
     */
    public static List<String> lines(List<PlannedNode> nodes) {
        RunbookLibraries libraries = of(nodes);
        return Stream.concat(
                        libraries.files().stream().map(row -> owner(row, nodes) + row.path() + " from " + row.from()),
                        libraries.removed().stream()
                                .map(row -> owner(row, nodes) + row.path() + " of the distribution is left out, "
                                        + row.from() + " replaces it"))
                .toList();
    }

    private static String owner(RunbookLibraries.Row row, List<PlannedNode> nodes) {
        return (row.nodes().size() == nodes.size() ? "every node" : String.join(", ", row.nodes())) + ": ";
    }

    private static List<RunbookLibraries.Row> rows(
            List<PlannedNode> nodes, Function<NodeLibraries, SortedMap<String, String>> what) {
        Map<Map.Entry<String, String>, List<String>> ids = new LinkedHashMap<>();
        for (PlannedNode node : nodes) {
            what.apply(node.libraries())
                    .forEach((path, from) -> ids.computeIfAbsent(Map.entry(path, from), key -> new ArrayList<>())
                            .add(node.node().id()));
        }
        return ids.entrySet().stream()
                .map(row -> new RunbookLibraries.Row(
                        row.getKey().getKey(), row.getKey().getValue(), row.getValue()))
                .sorted(Comparator.comparing(RunbookLibraries.Row::path).thenComparing(RunbookLibraries.Row::from))
                .toList();
    }
}

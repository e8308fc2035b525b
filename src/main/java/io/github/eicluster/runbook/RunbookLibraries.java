package io.github.eicluster.runbook;

import java.util.List;

/**
 * What archives hold besides configuration, and what of the distribution they do not hold.
 *
 * @param files files from Maven
 * @param removed files of the distribution that are left out because something replaces them
 */
public record RunbookLibraries(List<Row> files, List<Row> removed) {

    /** Nothing. */
    public static final RunbookLibraries NONE = new RunbookLibraries(List.of(), List.of());

    /** Copies the lists. */
    public RunbookLibraries {
        files = List.copyOf(files);
        removed = List.copyOf(removed);
    }

    /**
     * One file.
     *
     * @param path path below the home
     * @param from the artifact that it is, or the path of what replaces it
     * @param nodes ids of the nodes
     */
    public record Row(String path, String from, List<String> nodes) {

        /** Copies the list. */
        public Row {
            nodes = List.copyOf(nodes);
        }
    }
}

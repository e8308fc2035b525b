package io.github.eicluster.verify.output;

import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings by node and file, the worst first. */
final class Grouped {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.place().line())
            .thenComparing(finding -> finding.rule().id());

    private Grouped() {}

    /** Violations by node, then by file; the node and the file with the worst finding come first. */
    static Map<String, Map<String, List<Finding>>> of(Report report) {
        Map<String, List<Finding>> byNode = new LinkedHashMap<>();
        report.findings().stream()
                .filter(Finding::violation)
                .forEach(finding -> byNode.computeIfAbsent(finding.place().node(), key -> new ArrayList<>())
                        .add(finding));
        Map<String, Map<String, List<Finding>>> grouped = new LinkedHashMap<>();
        worstFirst(byNode).forEach((node, findings) -> {
            Map<String, List<Finding>> byFile = new LinkedHashMap<>();
            findings.forEach(finding -> byFile.computeIfAbsent(finding.place().file(), key -> new ArrayList<>())
                    .add(finding));
            grouped.put(node, worstFirst(byFile));
        });
        return grouped;
    }

    private static Map<String, List<Finding>> worstFirst(Map<String, List<Finding>> groups) {
        Map<String, List<Finding>> sorted = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Finding>> group) -> worst(group.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> sorted.put(
                        group.getKey(),
                        group.getValue().stream().sorted(WORST_FIRST).toList()));
        return sorted;
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    /** What a group of findings is called: the node, or the load balancer. */
    static String title(String node, String file) {
        if (!node.isEmpty()) {
            return node;
        }
        return file.isEmpty() ? "cluster" : "load balancer";
    }
}

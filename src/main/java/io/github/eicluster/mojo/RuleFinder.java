package io.github.eicluster.mojo;

import io.github.eicluster.launch.LaunchFailure;
import io.github.eicluster.launch.NodeLaunch;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Policy;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Rules;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.Verifier;
import io.github.eicluster.verify.home.FolderFiles;
import io.github.eicluster.verify.home.NodeHome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the rules of verify why nodes that were started do not do what they should. */
final class RuleFinder {

    private static final int MOST = 3;

    private final List<NodeLaunch> nodes;

    RuleFinder(List<NodeLaunch> nodes) {
        this.nodes = nodes;
    }

    /** The failure with what the files of the nodes say of its cause, and with the lines of the log. */
    ClusterException explain(LaunchFailure failure) {
        List<String> lines = new ArrayList<>();
        lines.add(failure.getMessage());
        failure.lines().forEach(line -> lines.add("  " + line));
        List<Finding> findings = findings(failure);
        if (findings.isEmpty()) {
            lines.add(failure.reason().remedy()
                    + (failure.reason().rules().isEmpty()
                            ? ""
                            : " Rule " + failure.reason().rules().get(0)
                                    + " of verify is about it, but finds nothing in the files of the nodes."));
        }
        for (Finding finding : findings.stream().limit(MOST).toList()) {
            lines.add(finding.rule().id() + " " + finding.place().node() + " "
                    + finding.place().text() + ": " + finding.message() + ". " + finding.fix());
        }
        lines.add("Log: " + failure.log());
        return new ClusterException(String.join("\n", lines), failure);
    }

    private List<Finding> findings(LaunchFailure failure) {
        List<Rule> rules = failure.reason().rules().stream()
                .map(Rules::byId)
                .flatMap(Optional::stream)
                .toList();
        List<NodeHome> homes = nodes.stream()
                .map(node -> new NodeHome(node.id(), FolderFiles.open(node.home())))
                .toList();
        // Homes are judged by what they say: the POM may say that a host is what a file does not.
        ClusterView view = new ClusterView(homes, Optional.empty(), Optional.empty(), Instant.now(), false);
        return new Verifier(rules)
                .judge(view, Policy.DEFAULT).findings().stream()
                        .filter(finding -> finding.violation() && finding.severity() != Severity.INFO)
                        .toList();
    }
}

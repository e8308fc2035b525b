package io.github.eicluster.verify;

import java.util.Optional;

/**
 * A finding that a team lives with.
 *
 * @param where POM path, for messages
 * @param rule id of the rule
 * @param file path of the file, or empty for every file
 * @param node name of the node, or empty for every node
 * @param reason why, for reports
 */
public record Suppression(String where, String rule, Optional<String> file, Optional<String> node, String reason) {

    boolean covers(Finding finding) {
        return finding.rule().id().equals(rule)
                && file.map(path -> path.equals(finding.place().file())).orElse(true)
                && node.map(name -> name.equals(finding.place().node())).orElse(true);
    }
}

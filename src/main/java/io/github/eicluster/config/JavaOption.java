package io.github.eicluster.config;

import io.github.eicluster.model.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with an option of {@code java} that is to reach the server through {@code JAVA_OPTS}. */
final class JavaOption {

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern HEAP = Pattern.compile("-Xm[sx].*|-XX:(?:Initial|Max)HeapSize=.*");
    private static final Pattern SECRET =
            Pattern.compile("(-D[^=]*(?:password|passwd|passphrase|secret)[^=]*=).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROPERTY = Pattern.compile("-D([^=]+)(?:=.*)?");

    private JavaOption() {}

    /** The value, the rule and the remedy; nothing if the option is legal. */
    static Optional<String> mistake(String option, Node.Os os, String nodeId) {
        Matcher secret = SECRET.matcher(option);
        if (secret.matches()) {
            return Optional.of(
                    "'" + secret.group(1) + "***' is a secret that everybody could read: it would stand in units,"
                            + " in RUNBOOK.md and in the list of processes. Set it in a configuration file (edits/edit with"
                            + " serverId).");
        }
        return rule(option, os, nodeId).map(rule -> "'" + option + "' " + rule);
    }

    private static Optional<String> rule(String option, Node.Os os, String nodeId) {
        if (!option.startsWith("-")) {
            return Optional.of("is no option of java. Begin with a hyphen.");
        }
        if (BLANK.matcher(option).find()) {
            return Optional.of(
                    "holds a blank, at which the start script splits it. Write each option as an <option> of its own,"
                            + " with = for the blank before a value.");
        }
        if (option.contains("\"") || option.contains("'") || option.contains("`")) {
            return Optional.of(
                    "holds a quote, which the start script does not take away. Write the value without quotes.");
        }
        return unsupported(option, os, nodeId).or(() -> owned(option));
    }

    /** Characters that are not handed on as they are: the scripts expand the variable without quotes. */
    private static Optional<String> unsupported(String option, Node.Os os, String nodeId) {
        String special = os == Node.Os.WINDOWS ? "&|<>^!%" : "\\";
        return option.chars()
                .filter(c -> special.indexOf(c) >= 0)
                .mapToObj(c -> "holds " + Character.toString(c) + ", which "
                        + (os == Node.Os.WINDOWS ? "integrator.bat" : "integrator.sh") + " of " + nodeId
                        + " does not hand on. Give " + nodeId + " jvm/options of its own, or leave it out.")
                .findFirst();
    }

    private static Optional<String> owned(String option) {
        if (HEAP.matcher(option).matches()) {
            return Optional.of("is a size of the heap. Use jvm/heap.");
        }
        Matcher property = PROPERTY.matcher(option);
        String name = property.matches() ? property.group(1) : "";
        return switch (name) {
            case "portOffset" ->
                Optional.of("wins over Ports/Offset of conf/carbon.xml. Use cluster/nodes/node/portOffset.");
            case "hazelcast.config" ->
                Optional.of(
                        "makes the server take its whole Hazelcast configuration from another file, so that members,"
                                + " domain and ports of conf/axis2/axis2.xml do nothing. Use cluster/membership/hazelcast.");
            case "workerNode" ->
                Optional.of("belongs to the old worker/manager pattern, and the start script sets it behind JAVA_OPTS."
                        + " Remove it.");
            case "carbon.home", "carbon.config.dir.path", "conf.location" ->
                Optional.of("leads the server away from its own home, and the start script sets it behind JAVA_OPTS."
                        + " Remove it.");
            default -> Optional.empty();
        };
    }
}

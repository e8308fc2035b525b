package io.github.eicluster.launch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the process of a node begins.
 *
 * @param words program and arguments
 * @param directory where it begins
 * @param environment what is added to the caller's environment
 * @param output file that gets all that it prints; what was in it is gone
 */
public record Command(List<String> words, Path directory, Map<String, String> environment, Path output) {

    /** System property by which a node knows its id. */
    public static final String NODE_PROPERTY = "ei-cluster.node";

    /**
     * What would reach a node from the shell of whoever runs the build: another home (integrator.sh honours {@code
     * CARBON_HOME}), other files, and options of Java that were meant for another program.
     */
    private static final Set<String> CLEARED = Set.of(
            "CARBON_HOME",
            "EI_HOME",
            "RUNTIME_HOME",
            "CARBON_CLASSPATH",
            "CARBON_XBOOTCLASSPATH",
            "JAVA_OPTS",
            "JVM_MEM_OPTS",
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "CLASSPATH");

    /** Copies the collections. */
    public Command {
        words = List.copyOf(words);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * Tells whether a node must not see a variable of the caller.
     *
     * @param variable its name
     * @return whether it is taken away
     */
    public static boolean clears(String variable) {
        return CLEARED.contains(variable) || variable.startsWith("CARBON_CONFIG");
    }

    /**
     * The command of a node.
     *
     * @param node the node
     * @param windows whether this machine runs Windows
     * @return the command of the start script in its foreground
     */
    static Command of(NodeLaunch node, boolean windows) {
        Path script = node.home().resolve("bin").resolve(windows ? "integrator.bat" : "integrator.sh");
        List<String> shell = windows ? List.of("cmd.exe", "/c") : List.of("sh");
        List<String> words = new java.util.ArrayList<>(shell);
        words.add(script.toString());
        words.add("-D" + NODE_PROPERTY + "=" + node.id());
        Map<String, String> environment = new LinkedHashMap<>(node.environment());
        environment.put("JAVA_HOME", node.javaHome().toString());
        return new Command(words, node.home(), environment, node.log());
    }
}

package io.github.eicluster.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Java virtual machine of a node, as far as declared.
 *
 * @param heap sizes of the heap; absent: those of the start script, 256m and 1024m
 * @param options further options, in order; none holds a blank or a quote
 * @param javaHome directory of the JDK on the node's machine
 */
public record Jvm(Optional<Heap> heap, List<String> options, Optional<String> javaHome) {

    /** Nothing is declared: what the start script does. */
    public static final Jvm OF_BASE = new Jvm(Optional.empty(), List.of(), Optional.empty());

    /** Copies the list. */
    public Jvm {
        options = List.copyOf(options);
    }

    /**
     * Sizes of the heap, each digits and a unit k, m or g.
     *
     * @param initial size at the start, {@code -Xms}
     * @param maximum greatest size, {@code -Xmx}
     */
    public record Heap(String initial, String maximum) {

        /** {@return the two options of {@code java}} */
        public String options() {
            return "-Xms" + initial + " -Xmx" + maximum;
        }
    }

    /**
     * The environment that makes the start script of the distribution use these settings.
     *
     * <p>{@code integrator.sh} takes {@code JVM_MEM_OPTS} in place of its own {@code -Xms256m -Xmx1024m}, and {@code
     * JAVA_OPTS} behind them. {@code integrator.bat} knows {@code JAVA_OPTS} alone, behind its own sizes, of which Java
     * takes the last (product-ei distribution/src/scripts).
     *
     * @param os system of the node's machine
     * @return names and values in the order JAVA_HOME, JVM_MEM_OPTS, JAVA_OPTS, as far as declared
     */
    public Map<String, String> environment(Node.Os os) {
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(options);
        javaHome.ifPresent(directory -> environment.put("JAVA_HOME", directory));
        heap.ifPresent(sizes -> {
            if (os == Node.Os.WINDOWS) {
                all.add(0, sizes.options());
            } else {
                environment.put("JVM_MEM_OPTS", sizes.options());
            }
        });
        if (!all.isEmpty()) {
            environment.put("JAVA_OPTS", String.join(" ", all));
        }
        return Collections.unmodifiableMap(environment);
    }
}

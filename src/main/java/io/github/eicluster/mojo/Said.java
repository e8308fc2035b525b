package io.github.eicluster.mojo;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;

/** Says each line once in a session: goals that follow each other find the same things. */
final class Said {

    private final Log log;
    private final Set<String> lines;

    /**
     * Says lines of one output directory.
     *
     * @param log where they go
     * @param context what the plugin keeps during a session
     * @param about what the lines are about
     */
    @SuppressWarnings("unchecked") // the context is shared with all goals, but the key is ours
    Said(Log log, Map<Object, Object> context, String about) {
        this.log = log;
        this.lines =
                (Set<String>) context.computeIfAbsent("ei-cluster.said:" + about, key -> ConcurrentHashMap.newKeySet());
    }

    void info(String line) {
        if (lines.add(line)) {
            log.info(line);
        }
    }

    void warn(String line) {
        if (lines.add(line)) {
            log.warn(line);
        }
    }
}

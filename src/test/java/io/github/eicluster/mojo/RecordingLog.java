package io.github.eicluster.mojo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal says. */
final class RecordingLog extends SystemStreamLog {

    private final List<String> infos = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> actions = new ConcurrentHashMap<>();

    /** Does something when a goal says a line. */
    void onInfo(String line, Runnable action) {
        actions.put(line, action);
    }

    @Override
    public void info(CharSequence content) {
        infos.add(content.toString());
        actions.getOrDefault(content.toString(), () -> {}).run();
    }

    @Override
    public void warn(CharSequence content) {
        warnings.add(content.toString());
    }

    @Override
    public void error(CharSequence content) {
        errors.add(content.toString());
    }

    List<String> errors() {
        return errors;
    }

    List<String> infos() {
        return infos;
    }

    List<String> warnings() {
        return warnings;
    }
}

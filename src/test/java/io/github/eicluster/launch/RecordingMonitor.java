package io.github.eicluster.launch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears. */
final class RecordingMonitor implements Monitor {

    final List<String> notes = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();
    final List<String> states = new CopyOnWriteArrayList<>();

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void warn(String line) {
        warnings.add(line);
    }

    @Override
    public void status(String line) {
        states.add(line);
    }

    @Override
    public void statusEnds() {
        states.add("ends");
    }
}

package io.github.eicluster.mojo;

import io.github.eicluster.launch.Command;
import io.github.eicluster.launch.Spawner;
import java.io.File;
import java.io.IOException;

/** Begins nodes as children of Maven, with what is left of its environment. */
final class NodeSpawner implements Spawner {

    private final boolean windows;

    NodeSpawner(boolean windows) {
        this.windows = windows;
    }

    @Override
    public Process start(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.directory(command.directory().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(command.output().toFile());
        // A server that asks for a password gets none, instead of what is typed for Maven.
        builder.redirectInput(new File(windows ? "NUL" : "/dev/null"));
        builder.environment().keySet().removeIf(Command::clears);
        builder.environment().putAll(command.environment());
        return builder.start();
    }
}

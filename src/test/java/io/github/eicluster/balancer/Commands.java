package io.github.eicluster.balancer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine. */
final class Commands {

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"));

    private Commands() {}

    /** The path of a program; a test that needs a missing one is skipped. */
    static String installed(String program) {
        List<Path> found = FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(found.isEmpty(), "skipped: " + program + " is not installed");
        return found.get(0).toString();
    }

    /** Runs a command to its end. */
    static Output run(Path folder, String... command) throws IOException, InterruptedException {
        Path text = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(text.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + List.of(command));
        }
        return new Output(process.exitValue(), Files.readString(text));
    }

    /**
     * What a command gave.
     *
     * @param exit its exit code
     * @param text what it printed
     */
    record Output(int exit, String text) {}
}

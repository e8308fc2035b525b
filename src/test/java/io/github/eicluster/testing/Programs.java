package io.github.eicluster.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine. */
public final class Programs {

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"));

    private Programs() {}

    /**
     * Finds a program; a test that needs a missing one is skipped.
     *
     * @param program its name
     * @return its path
     */
    public static String installed(String program) {
        List<Path> found = FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(found.isEmpty(), "skipped: " + program + " is not installed");
        return found.get(0).toString();
    }

    /**
     * Runs a command to its end.
     *
     * @param folder where it runs
     * @param environment variables beside those of this process
     * @param command the command
     * @return what it gave
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread is to end
     */
    public static Output run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path text = Files.createTempFile("output", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(text.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + List.of(command));
            }
            return new Output(process.exitValue(), Files.readString(text));
        } finally {
            Files.delete(text);
        }
    }

    /**
     * What a command gave.
     *
     * @param exit its exit code
     * @param text what it printed
     */
    public record Output(int exit, String text) {}
}

package io.github.eicluster.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine, openssl or keytool; a test is skipped where it is absent. */
record Tool(String name, Path folder) {

    /** What a run gave. */
    record Result(int code, String output) {}

    /** Runs it in the folder, and fails if it fails. */
    String run(String... arguments) {
        Result result = attempt(arguments);
        if (result.code() != 0) {
            throw new AssertionError(name + " " + String.join(" ", arguments) + ": " + result.output());
        }
        return result.output();
    }

    /** Runs it in the folder. */
    Result attempt(String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Result(code, Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Assumptions.abort("skipped: this machine has no " + name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tool write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tool write(String file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}

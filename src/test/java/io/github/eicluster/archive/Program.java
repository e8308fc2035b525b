package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this machine that knows archives: zip, unzip, 7z, python3. */
record Program(String name) {

    boolean isThere() {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    /** What a run gave. */
    record Result(int code, String output) {}

    /** Runs it in a folder, and fails if it fails; gives what it printed. */
    String run(Path folder, List<String> arguments) throws IOException {
        Result result = attempt(folder, arguments);
        if (result.code() != 0) {
            throw new AssertionError(name + " " + arguments + " gave " + result);
        }
        return result.output();
    }

    /** Runs it in a folder. */
    Result attempt(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        Path output = Files.createTempFile("program", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Result(code, Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(output);
        }
    }
}

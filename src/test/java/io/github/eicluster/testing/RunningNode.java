package io.github.eicluster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A node of the miniature integrator that its own start script runs; whatever happens, nothing of it is left running. */
public final class RunningNode implements AutoCloseable {

    private static final String END = "(the end of the log)";

    private final Path home;
    private final Process script;
    private final List<String> read = new ArrayList<>();
    private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();

    private RunningNode(Path home, Process script) {
        this.home = home;
        this.script = script;
    }

    /**
     * Starts a node on the loopback address.
     *
     * @param home its unpacked home
     * @param userHome home directory of its user
     * @return the node, which is still starting
     * @throws IOException if the script cannot be started
     */
    public static RunningNode start(Path home, Path userHome) throws IOException {
        return start(home, userHome, List.of(), "-Dminiature.address=127.0.0.1");
    }

    /**
     * Starts a node by another command.
     *
     * @param home its unpacked home
     * @param userHome home directory of its user
     * @param command the command, which gets that of the script as its last arguments
     * @param options system properties of the server
     * @return the node, which is still starting
     * @throws IOException if the command cannot be started
     */
    public static RunningNode start(Path home, Path userHome, List<String> command, String... options)
            throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("sh", home.resolve("bin/integrator.sh").toString()));
        all.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().remove("CARBON_HOME");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Duser.home=" + userHome);
        Process script = builder.redirectErrorStream(true).start();
        script.getOutputStream().close();
        RunningNode node = new RunningNode(home, script);
        Thread follower = new Thread(node::follow, "log of " + home.getParent().getFileName());
        follower.setDaemon(true);
        follower.start();
        return node;
    }

    private void follow() {
        try (BufferedReader log = script.inputReader(StandardCharsets.UTF_8)) {
            log.lines().forEach(coming::add);
        } catch (IOException e) {
            coming.add(e.toString());
        }
        coming.add(END);
    }

    /**
     * Waits for a line of the log.
     *
     * @param part what the line contains
     * @return the line
     * @throws InterruptedException if this thread is to end
     */
    public String await(String part) throws InterruptedException {
        for (String line : read) {
            if (line.contains(part)) {
                return line;
            }
        }
        return awaitAnother(part);
    }

    /**
     * Waits for a line of the log that nobody has seen yet.
     *
     * @param part what the line contains
     * @return the line
     * @throws InterruptedException if this thread is to end
     */
    public String awaitAnother(String part) throws InterruptedException {
        while (true) {
            String line = coming.poll(1, TimeUnit.MINUTES);
            if (line == null || line.equals(END)) {
                throw new AssertionError("The log has no \"" + part + "\":\n" + String.join("\n", read));
            }
            read.add(line);
            if (line.contains(part)) {
                return line;
            }
        }
    }

    /**
     * Waits for a line that nobody has seen yet in the log of any of some nodes. The others must not be asked afterwards.
     *
     * @param part what the line contains
     * @param nodes the nodes
     * @return the line
     */
    public static String awaitAnotherOfAny(String part, RunningNode... nodes) {
        List<CompletableFuture<String>> waits = Stream.of(nodes)
                .map(node -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return node.awaitAnother(part);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> {
                            Thread thread = new Thread(task, "waits for " + part);
                            thread.setDaemon(true);
                            thread.start();
                        }))
                .toList();
        return (String)
                CompletableFuture.anyOf(waits.toArray(CompletableFuture[]::new)).join();
    }

    /** {@return the log as far as somebody has waited for it} */
    public List<String> log() {
        return List.copyOf(read);
    }

    /**
     * {@return the process of the server, which the script has started}
     *
     * @throws IOException if the file with its number cannot be read
     */
    public ProcessHandle server() throws IOException {
        long pid =
                Long.parseLong(Files.readString(home.resolve("wso2carbon.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /**
     * Stops the server as the script's {@code --stop} does, and waits for the end of both.
     *
     * @return status of the script
     * @throws IOException if the server is not known
     * @throws InterruptedException if this thread is to end
     */
    public int stop() throws IOException, InterruptedException {
        server().destroy();
        await("Halting JVM");
        return script.waitFor();
    }

    @Override
    public void close() {
        List<ProcessHandle> processes = new ArrayList<>(script.descendants().toList());
        processes.add(script.toHandle());
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}

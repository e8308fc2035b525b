package io.github.eicluster.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two network namespaces of Linux with a cable between them: machines that share nothing but a file system. */
public final class NetworkNamespaces implements AutoCloseable {

    private final String prefix = "ei" + ProcessHandle.current().pid() % 100_000;

    private NetworkNamespaces() {}

    /**
     * Makes them.
     *
     * @param first address of the first one, with the length of the network's prefix
     * @param second address of the second one
     * @return the namespaces, or empty if this user may not make any here
     */
    public static Optional<NetworkNamespaces> of(String first, String second) throws InterruptedException {
        NetworkNamespaces namespaces = new NetworkNamespaces();
        try {
            namespaces.make(List.of(first, second));
            return Optional.of(namespaces);
        } catch (IOException e) {
            namespaces.close();
            return Optional.empty();
        }
    }

    private void make(List<String> addresses) throws IOException, InterruptedException {
        ip("netns", "add", name(0));
        ip("netns", "add", name(1));
        ip("-n", name(0), "link", "add", cable(0), "type", "veth", "peer", "name", cable(1), "netns", name(1));
        for (int i = 0; i < 2; i++) {
            ip("-n", name(i), "address", "add", addresses.get(i), "dev", cable(i));
            ip("-n", name(i), "link", "set", "lo", "up");
            ip("-n", name(i), "link", "set", cable(i), "up");
        }
    }

    private String name(int index) {
        return prefix + "n" + index;
    }

    private String cable(int index) {
        return prefix + "c" + index;
    }

    /**
     * A command that runs another one in a namespace.
     *
     * @param index 0 or 1
     * @return its first arguments
     */
    public List<String> in(int index) {
        return List.of("ip", "netns", "exec", name(index));
    }

    /**
     * Pulls the cable out, or plugs it in.
     *
     * @param up whether the link is up
     */
    public void link(boolean up) throws IOException, InterruptedException {
        ip("-n", name(0), "link", "set", cable(0), up ? "up" : "down");
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
    }

    /** The cable goes with its ends. */
    @Override
    public void close() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            try {
                ip("netns", "delete", name(i));
            } catch (IOException e) {
                continue; // it was not made
            }
        }
    }
}

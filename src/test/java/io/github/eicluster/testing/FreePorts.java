package io.github.eicluster.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports for servers that other programs start. */
public final class FreePorts {

    /** Processes that run tests side by side look in places of their own. */
    private static final int PLACE = 2_000;

    private static final int PLACES = 3;
    private static final int LOWEST = 26_000;

    private FreePorts() {}

    /**
     * Finds neighbouring ports that nobody uses, below those that the system hands out by itself: a port that was free a
     * moment ago stays so until the other program has it.
     *
     * @param count how many
     * @return the first of them
     */
    public static int inARow(int count) {
        int lowest = LOWEST + Integer.getInteger("test.process", 1) % PLACES * PLACE;
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(lowest, lowest + PLACE - count))
                .filter(first -> IntStream.range(first, first + count).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

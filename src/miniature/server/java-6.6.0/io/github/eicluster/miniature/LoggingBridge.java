package io.github.eicluster.miniature;

/** Where the log of hazelcast.logging.type log4j2 goes: log4j-to-jul is on the class path and needs no help. */
final class LoggingBridge {

    private LoggingBridge() {}

    static void install() {
        // Nothing to do.
    }
}

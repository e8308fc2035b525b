package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;

/** Whether console output is coloured. */
final class Colours {

    private Colours() {}

    static boolean wanted(String word) {
        return switch (word) {
            case "always" -> true;
            case "never" -> false;
            // No console means a pipe, a file or a CI server.
            case "auto" -> System.console() != null && System.getenv("NO_COLOR") == null;
            default ->
                throw new ClusterException("color: '" + word + "' is none of auto, always, never. Write one of them.");
        };
    }
}

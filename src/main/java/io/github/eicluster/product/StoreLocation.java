package io.github.eicluster.product;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The text by which a configuration file names a store. {@code ${carbon.home}} is the home (kernel {@code
 * ServerConfiguration} and {@code CarbonTomcat}), and so is the working folder, since {@code integrator.sh} goes there.
 */
public final class StoreLocation {

    /** The variable of the home, with the slash behind it. */
    public static final String HOME = "${carbon.home}/";

    private StoreLocation() {}

    /**
     * Finds the path below the home.
     *
     * @param location the text of the place
     * @return the path without {@code .} and {@code ..}; empty if the place names another folder, another variable or
     *     nothing
     */
    public static Optional<String> below(String location) {
        String text = location.strip().replace('\\', '/');
        String path = text.startsWith(HOME) ? text.substring(HOME.length()) : text;
        boolean elsewhere = path.equals(text) && (path.startsWith("/") || path.matches("[A-Za-z]:.*"));
        return elsewhere || path.contains("${") ? Optional.empty() : normalized(path);
    }

    /**
     * Names another store in the same way of writing.
     *
     * @param place the place
     * @param location its present text
     * @param path path of the other store below the home
     * @return the present text if it means that store already, else the new text
     */
    public static String renamed(StorePlace place, String location, String path) {
        Optional<String> present = below(location);
        if (present.filter(path::equals).isPresent()) {
            return location;
        }
        if (present.isEmpty()) {
            return place.location(path);
        }
        return location.strip().replace('\\', '/').startsWith(HOME) ? HOME + path : path;
    }

    private static Optional<String> normalized(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && steps.pollLast() == null) {
                return Optional.empty();
            }
            if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(String.join("/", steps));
    }
}

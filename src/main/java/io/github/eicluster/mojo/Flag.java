package io.github.eicluster.mojo;

/** Booleans that are taken as text, since Maven's own conversion makes every unknown word false. */
final class Flag {

    private Flag() {}

    static boolean of(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        // "-Dei-cluster.skip" without a value arrives as "true", "-Dei-cluster.skip=" as an empty text.
        if (text.equals("true") || text.isEmpty()) {
            return true;
        }
        throw new Mistake(name, "'" + text + "' is neither true nor false. Write one of the two.");
    }
}

package io.github.eicluster.library;

/**
 * A jar in a folder that the server loads classes from.
 *
 * @param path path below the home
 * @param added whether an overlay or an artifact brings it; otherwise it is the distribution's
 * @param facts what is inside
 */
record Jar(String path, boolean added, JarFacts facts) {

    JarIdentity identity() {
        return JarIdentity.of(path, facts);
    }
}

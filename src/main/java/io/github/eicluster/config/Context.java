package io.github.eicluster.config;

/**
 * What every reader needs.
 *
 * @param problems collects mistakes
 * @param secrets finds secrets
 */
record Context(Problems problems, Secrets secrets) {

    /** Reports an element whose presence is wrong. */
    void rejectIfPresent(Entry parent, String name, String rule) {
        parent.child(name).ifPresent(entry -> problems.error(entry.path(), rule));
    }
}

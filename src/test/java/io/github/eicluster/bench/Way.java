package io.github.eicluster.bench;

/** How the distributions of the nodes are made. */
enum Way {
    /** The least that can be done: the distribution is copied, and nothing is configured. */
    CP("cp", false),
    /** This plugin, one archive after the other. */
    GOAL_SERIAL("ei-cluster:package, 1 thread", false),
    /** This plugin as it is by default. */
    GOAL("ei-cluster:package, 2 threads", false),
    /** The same again, when nothing has changed. */
    GOAL_AGAIN("ei-cluster:package, up to date", false),
    /** This plugin in a heap of 64 MB. */
    GOAL_SMALL("ei-cluster:package, 2 threads, -Xmx64m", false),
    /** What people do by hand: unzip, replace files, zip. */
    UNZIP_ZIP("unzip + zip", true),
    /** Maven's own way: an assembly that unpacks, and packs with replaced files. */
    ASSEMBLY("maven-assembly-plugin", true);

    private final String title;
    private final boolean slow;

    Way(String title, boolean slow) {
        this.title = title;
        this.slow = slow;
    }

    String title() {
        return title;
    }

    boolean isSlow() {
        return slow;
    }
}

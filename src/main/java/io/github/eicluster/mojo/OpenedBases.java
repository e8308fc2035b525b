package io.github.eicluster.mojo;

import io.github.eicluster.archive.Distribution;
import java.nio.file.Path;
import java.util.Map;

/**
 * The distributions that the goals of a build have opened: several goals read the same one, and each check of ten thousand
 * entries takes its time.
 *
 * @param context what Maven keeps for the plugin between the goals of a project
 */
record OpenedBases(Map<Object, Object> context) {

    /** Opens a distribution; the caller closes it. */
    Distribution open(Path file) {
        String key = OpenedBases.class.getName() + " " + file;
        Distribution opened = context.get(key) instanceof Distribution earlier
                ? Distribution.reopen(file, earlier)
                : Distribution.open(file);
        context.put(key, opened);
        return opened;
    }
}

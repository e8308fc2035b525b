package io.github.eicluster.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for the entries of a base together, whatever it is read from. */
final class EntryChecks {

    private final String origin;
    private final Map<String, BaseEntry> byPath = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    private EntryChecks(String origin) {
        this.origin = origin;
    }

    /** Checks all entries, and gives the links among them. */
    static Links check(String origin, List<BaseEntry> entries) {
        EntryChecks checks = new EntryChecks(origin);
        entries.forEach(checks::addOnce);
        entries.forEach(checks::checkParents);
        Map<String, String> targets = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == BaseEntry.Kind.LINK)
                .forEach(entry -> targets.put(entry.path(), entry.link()));
        Links links = new Links(targets);
        for (String path : targets.keySet()) {
            if (links.resolve(path).isEmpty()) {
                throw DistributionException.refused(
                        origin, path, "is a symbolic link that leaves the root folder or never ends");
            }
        }
        return links;
    }

    private void addOnce(BaseEntry entry) {
        if (byPath.put(entry.path(), entry) != null) {
            throw DistributionException.refused(origin, entry.path(), "occurs twice");
        }
    }

    private void checkParents(BaseEntry entry) {
        String folder = EntryNames.parent(entry.path());
        // A folder that was looked at lies in folders that were.
        while (folders.add(folder)) {
            BaseEntry parent = byPath.get(folder);
            if (parent != null && !parent.isDirectory()) {
                throw DistributionException.refused(
                        origin, entry.path(), "lies below '" + folder + "', which is not a folder");
            }
            folder = EntryNames.parent(folder);
        }
    }
}

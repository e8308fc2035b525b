package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks, before anything is written, whether there is room for it. */
final class DiskSpace {

    /**
     * What one archive needs.
     *
     * @param folder where it goes
     * @param bytes about its size
     * @param replaced size of what it replaces
     */
    record Need(Path folder, long bytes, long replaced) {}

    private DiskSpace() {}

    /**
     * Fails if there is not enough room. What an archive replaces is there until the new one is whole.
     *
     * @param needs what is going to be written
     * @param threads how many archives are in the making at once
     */
    static void require(List<Need> needs, int threads) throws IOException {
        Map<FileStore, List<Need>> byStore = new LinkedHashMap<>();
        for (Need need : needs) {
            byStore.computeIfAbsent(Files.getFileStore(need.folder()), store -> new ArrayList<>())
                    .add(need);
        }
        for (Map.Entry<FileStore, List<Need>> store : byStore.entrySet()) {
            long needed = needed(store.getValue(), threads);
            long available = store.getKey().getUsableSpace();
            if (store.getKey().getTotalSpace() > 0 && needed > available) {
                throw new ClusterException("'" + store.getValue().get(0).folder() + "' has "
                        + megabytes(available) + " of free space, but the archives of this build need "
                        + megabytes(needed) + "; free space there, or move the build directory elsewhere.");
            }
        }
    }

    private static long needed(List<Need> needs, int threads) {
        long growth = needs.stream()
                .mapToLong(need -> Math.max(0, need.bytes() - need.replaced()))
                .sum();
        long inTheMaking = needs.stream()
                .map(need -> Math.min(need.bytes(), need.replaced()))
                .sorted(Comparator.reverseOrder())
                .limit(threads)
                .mapToLong(Long::longValue)
                .sum();
        return growth + inTheMaking;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

package io.github.eicluster.assembly;

import io.github.eicluster.diff.Mask;
import io.github.eicluster.diff.UnifiedDiff;
import io.github.eicluster.product.Home;
import java.util.Arrays;
import java.util.Optional;

/** What changed on a node against the distribution, as one unified diff without secrets. */
public final class Differences {

    private final UnifiedDiff diff;

    /**
     * Differences with masked secrets.
     *
     * @param mask what must not be shown
     */
    public Differences(Mask mask) {
        this.diff = new UnifiedDiff(mask);
    }

    /**
     * Compares all files of one node.
     *
     * @param base the distribution
     * @param node the node
     * @return the unified diff, empty if nothing differs
     */
    public String of(Home base, PlannedNode node) {
        StringBuilder text = new StringBuilder();
        for (String path : node.allPaths()) {
            byte[] store = node.stores().get(path);
            if (store != null) {
                text.append(store(path, base.read(path), store));
                continue;
            }
            byte[] planned = node.plan().files().get(path);
            if (planned == null && node.overlay().large(path)) {
                text.append("Binary file b/").append(path).append(" is laid over the distribution\n");
                continue;
            }
            Optional<byte[]> after =
                    planned != null ? Optional.of(planned) : node.overlay().read(path);
            after.ifPresent(bytes -> text.append(diff.of(path, base.read(path), bytes)));
        }
        return text.toString();
    }

    /** No line of a key store means anything to a person. */
    private static String store(String path, Optional<byte[]> before, byte[] after) {
        if (before.isPresent() && Arrays.equals(before.get(), after)) {
            return "";
        }
        return "Binary file b/" + path + (before.isPresent() ? " differs" : " is added") + "\n";
    }
}

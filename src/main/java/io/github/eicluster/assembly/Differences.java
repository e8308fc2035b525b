package io.github.eicluster.assembly;

import io.github.eicluster.diff.Mask;
import io.github.eicluster.diff.UnifiedDiff;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What changed on a node against the distribution, as one unified diff without secrets. */
public final class Differences {

    private static final int BUFFER = 1 << 16;

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
            Path library = node.libraries().files().get(path);
            if (library != null) {
                text.append(library(path, base, library));
                continue;
            }
            if (node.libraries().removed().containsKey(path)) {
                text.append("Binary file a/").append(path).append(" is removed\n");
                continue;
            }
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

    private static String library(String path, Home base, Path file) {
        try (InputStream after = Files.newInputStream(file)) {
            Optional<InputStream> before = base.stream(path);
            if (before.isEmpty()) {
                return binary(path, "is added");
            }
            try (InputStream old = before.get()) {
                return same(old, after) ? "" : binary(path, "differs");
            }
        } catch (IOException e) {
            throw new ClusterException(
                    path + " cannot be compared with the distribution (" + e.getMessage() + "). Build again.", e);
        }
    }

    private static boolean same(InputStream one, InputStream other) throws IOException {
        for (byte[] part = one.readNBytes(BUFFER); ; part = one.readNBytes(BUFFER)) {
            if (!Arrays.equals(part, other.readNBytes(BUFFER))) {
                return false;
            }
            if (part.length < BUFFER) {
                return true;
            }
        }
    }

    /** No line of a key store means anything to a person. */
    private static String store(String path, Optional<byte[]> before, byte[] after) {
        if (before.isPresent() && Arrays.equals(before.get(), after)) {
            return "";
        }
        return binary(path, before.isPresent() ? "differs" : "is added");
    }

    private static String binary(String path, String what) {
        return "Binary file b/" + path + " " + what + "\n";
    }
}

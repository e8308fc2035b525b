package io.github.eicluster.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Unified diffs for people: three lines of context, secrets masked. Lines are compared with their endings and shown
 * without; a line whose ending is not the usual one of the file says so. Not meant to be applied by {@code patch}, since
 * the secrets are missing.
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final Mask mask;

    /**
     * Diffs under one mask.
     *
     * @param mask what hides the secrets
     */
    public UnifiedDiff(Mask mask) {
        this.mask = mask;
    }

    /**
     * Compares two versions of a file.
     *
     * @param path path below the home, with {@code /}
     * @param before content in the distribution, empty if it has no such file
     * @param after content on the node
     * @return the diff with {@code \n} at each line's end; an empty text if nothing differs
     */
    public String of(String path, Optional<byte[]> before, byte[] after) {
        if (before.isPresent() && Arrays.equals(before.get(), after)) {
            return "";
        }
        byte[] old = before.orElseGet(() -> new byte[0]);
        String oldLabel = before.isPresent() ? "a/" + path : "/dev/null";
        if (SourceText.isBinary(old) || SourceText.isBinary(after)) {
            return "Binary files " + oldLabel + " and b/" + path + " differ\n";
        }
        Side left = side(path, old);
        Side right = side(path, after);
        String usual = SourceText.usualEnding(before.isPresent() ? left.raw() : right.raw());
        StringBuilder out = new StringBuilder("--- " + oldLabel + "\n+++ b/" + path + "\n");
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(left.raw(), right.raw()).getDeltas();
        for (List<AbstractDelta<String>> group : groups(deltas)) {
            new Hunk(left, right, usual, CONTEXT).write(group, out);
        }
        return out.toString();
    }

    /**
     * Colours a diff for a terminal with ANSI codes.
     *
     * @param diff one or more diffs of {@link #of}
     * @return the same text with colours
     */
    public static String coloured(String diff) {
        return new Colours().paint(diff);
    }

    private Side side(String path, byte[] content) {
        String text = SourceText.decode(content);
        return new Side(SourceText.lines(text), SourceText.lines(mask.apply(path, text)));
    }

    /** Changes whose contexts touch belong to one hunk. */
    private static List<List<AbstractDelta<String>>> groups(List<AbstractDelta<String>> deltas) {
        List<List<AbstractDelta<String>>> groups = new ArrayList<>();
        int end = Integer.MIN_VALUE;
        for (AbstractDelta<String> delta : deltas) {
            int start = delta.getSource().getPosition();
            if (groups.isEmpty() || start - end > 2 * CONTEXT) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(delta);
            end = start + delta.getSource().size();
        }
        return groups;
    }

    /**
     * One version of the file.
     *
     * @param raw lines as they are, to compare
     * @param shown the same lines masked, to print
     */
    record Side(List<String> raw, List<String> shown) {}
}

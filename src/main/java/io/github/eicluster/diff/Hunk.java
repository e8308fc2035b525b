package io.github.eicluster.diff;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import io.github.eicluster.diff.UnifiedDiff.Side;
import java.util.List;

/** Writes one hunk of a unified diff. */
final class Hunk {

    private final Side left;
    private final Side right;
    private final String usualEnding;
    private final int context;
    private final StringBuilder body = new StringBuilder();
    private int leftCount;
    private int rightCount;

    Hunk(Side left, Side right, String usualEnding, int context) {
        this.left = left;
        this.right = right;
        this.usualEnding = usualEnding;
        this.context = context;
    }

    void write(List<AbstractDelta<String>> deltas, StringBuilder out) {
        Chunk<String> first = deltas.get(0).getSource();
        int leftStart = Math.max(0, first.getPosition() - context);
        int rightStart = deltas.get(0).getTarget().getPosition() - (first.getPosition() - leftStart);
        int at = leftStart;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            kept(at, source.getPosition());
            for (int i = 0; i < source.size(); i++) {
                changed('-', left, source.getPosition() + i);
                leftCount++;
            }
            for (int i = 0; i < target.size(); i++) {
                changed('+', right, target.getPosition() + i);
                rightCount++;
            }
            at = source.getPosition() + source.size();
        }
        kept(at, Math.min(left.raw().size(), at + context));
        out.append("@@ -")
                .append(range(leftStart, leftCount))
                .append(" +")
                .append(range(rightStart, rightCount))
                .append(" @@\n")
                .append(body);
    }

    private void kept(int from, int to) {
        for (int i = from; i < to; i++) {
            line(' ', left, i, "");
            leftCount++;
            rightCount++;
        }
    }

    /** An ending that is not the file's usual one would be invisible. */
    private void changed(char mark, Side side, int index) {
        String ending = SourceText.ending(side.raw().get(index));
        boolean unusual = !ending.isEmpty() && !ending.equals(usualEnding);
        line(mark, side, index, unusual ? (ending.length() == 2 ? " [CR LF]" : " [LF]") : "");
    }

    private void line(char mark, Side side, int index, String note) {
        body.append(mark)
                .append(SourceText.body(side.shown().get(index)))
                .append(note)
                .append('\n');
        if (SourceText.ending(side.raw().get(index)).isEmpty()) {
            body.append("\\ No newline at end of file\n");
        }
    }

    private static String range(int start, int count) {
        return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
    }
}

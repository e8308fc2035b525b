package io.github.eicluster.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Follows symbolic links of a base by name, link by link: {@code a/../x} is not {@code x} if {@code a} is a link. */
final class Links {

    /** As many as Linux follows. */
    private static final int MOST = 40;

    private final Map<String, String> targets;

    /**
     * Links of one base.
     *
     * @param targets target of every link by path below the home
     */
    Links(Map<String, String> targets) {
        this.targets = Map.copyOf(targets);
    }

    /** {@return the path below the home that a path leads to; empty if it leaves the home or never ends} */
    Optional<String> resolve(String path) {
        Deque<String> rest = new ArrayDeque<>();
        push(rest, path);
        Deque<String> done = new ArrayDeque<>();
        int followed = 0;
        while (!rest.isEmpty()) {
            String segment = rest.pop();
            if (segment.equals("..")) {
                if (done.isEmpty()) {
                    return Optional.empty();
                }
                done.removeLast();
                continue;
            }
            done.addLast(segment);
            String target = targets.get(String.join("/", done));
            if (target == null) {
                continue;
            }
            if (++followed > MOST || absolute(target)) {
                return Optional.empty();
            }
            done.removeLast();
            push(rest, target);
        }
        return Optional.of(String.join("/", done));
    }

    private static boolean absolute(String target) {
        return target.startsWith("/") || target.indexOf('\\') >= 0 || target.matches("[A-Za-z]:.*");
    }

    private static void push(Deque<String> rest, String path) {
        String[] segments = path.split("/", -1);
        for (int i = segments.length - 1; i >= 0; i--) {
            if (!segments[i].isEmpty() && !segments[i].equals(".")) {
                rest.push(segments[i]);
            }
        }
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the element {@code jvm} of each node, with what {@code cluster/jvm} says where the node is silent. */
final class JvmReader {

    private static final String DEFAULT_MAXIMUM = "1024m";
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})([kmgKMG])");
    private static final long SMALLEST = 2L << 20;

    private final Context context;
    private final Entry cluster;

    JvmReader(Context context, Entry cluster) {
        this.context = context;
        this.cluster = cluster;
    }

    /** Where a node's JDK is said to be, right or wrong. */
    static Optional<String> javaHome(Entry cluster, Entry node) {
        return find(cluster, node, "javaHome").flatMap(Entry::legal);
    }

    Jvm read(Entry node, String id, Node.Os os) {
        return new Jvm(heap(node), options(node, id, os), home(node, id, os));
    }

    /** An element of the node's {@code jvm}, or else of the cluster's. */
    private static Optional<Entry> find(Entry cluster, Entry node, String name) {
        return node.child("jvm")
                .flatMap(jvm -> jvm.child(name))
                .or(() -> cluster.child("jvm").flatMap(jvm -> jvm.child(name)));
    }

    private Optional<Jvm.Heap> heap(Entry node) {
        Optional<Entry> initial = size(node, "initial");
        Optional<Entry> maximum = size(node, "maximum");
        if (initial.isEmpty() && maximum.isEmpty()) {
            return Optional.empty();
        }
        String most = maximum.map(Entry::value).orElse(DEFAULT_MAXIMUM);
        String first = initial.map(Entry::value).orElse(most);
        if (bytes(first) > bytes(most)) {
            context.problems()
                    .error(
                            initial.orElseThrow().path(),
                            "'" + first + "' exceeds the maximum '" + most
                                    + "'. Choose a lower initial size or a higher maximum.");
        }
        return Optional.of(new Jvm.Heap(first, most));
    }

    /** A size of the heap, if it is legal. */
    private Optional<Entry> size(Entry node, String name) {
        Optional<Entry> found = node.child("jvm")
                .flatMap(jvm -> jvm.child("heap"))
                .flatMap(heap -> heap.child(name))
                .or(() -> cluster.child("jvm").flatMap(jvm -> jvm.child("heap")).flatMap(heap -> heap.child(name)))
                .filter(entry -> entry.legal().isPresent());
        found.filter(entry -> !isSize(entry))
                .ifPresent(entry -> context.problems()
                        .error(
                                entry.path(),
                                "'" + entry.value()
                                        + "' is no size of a heap. Write digits and a unit k, m or g, 2m at least,"
                                        + " such as 2g."));
        return found.filter(JvmReader::isSize);
    }

    private static boolean isSize(Entry entry) {
        return SIZE.matcher(entry.value()).matches() && bytes(entry.value()) >= SMALLEST;
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(size);
        }
        int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            default -> 30;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }

    private List<String> options(Entry node, String id, Node.Os os) {
        List<String> options = new ArrayList<>();
        for (Entry entry : find(cluster, node, "options").map(Entry::items).orElse(List.of())) {
            entry.legal().ifPresent(option -> {
                JavaOption.mistake(option, os, id)
                        .ifPresent(rule -> context.problems().error(entry.path(), rule));
                options.add(option);
            });
        }
        return options;
    }

    private Optional<String> home(Entry node, String id, Node.Os os) {
        Optional<Entry> entry = find(cluster, node, "javaHome");
        Optional<String> home = entry.flatMap(Entry::legal);
        home.flatMap(path -> os == Node.Os.WINDOWS
                        ? ServiceNames.windowsPathMistake(path, id)
                        : ServiceNames.pathMistake(path))
                .ifPresent(rule -> context.problems().error(entry.orElseThrow().path(), rule));
        return home.map(path -> os == Node.Os.WINDOWS ? path : ServiceNames.normal(path));
    }
}

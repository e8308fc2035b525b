package io.github.eicluster.node;

import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java options in {@code bin/} scripts that override what the configuration files say. */
final class StartScripts {

    private static final Pattern SCRIPT = Pattern.compile("bin/[^/]+\\.(?:sh|bat)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAT_COMMENT = Pattern.compile("\\s*@?(?:rem\\b|::).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROPERTY = Pattern.compile("-D[^=]+");
    private static final Pattern TRAILING_COMMENT = Pattern.compile("\\s#.*");

    private static final List<Option> OPTIONS = List.of(
            new Option(
                    "-Dhazelcast\\.config(?![\\w.])(?:=\\S+)?",
                    "makes the server take its whole Hazelcast configuration from another file, so that members,"
                            + " domain and ports of conf/axis2/axis2.xml do nothing. Remove the option; settings"
                            + " belong into cluster/membership/hazelcast."),
            new Option(
                    "-DportOffset(?![\\w.])(?:=\\S+)?",
                    "wins over Ports/Offset of conf/carbon.xml, so that every node made from this distribution gets"
                            + " the same offset. Remove the option; offsets belong into"
                            + " cluster/nodes/node/portOffset."),
            new Option(
                    "-DworkerNode=[\"']?true\\b",
                    "starts every node as a worker of the old worker/manager pattern, to which clusteringPattern of"
                            + " conf/axis2/axis2.xml does not apply. Write -DworkerNode=false, as shipped."));

    private static final Option IPV4_ONLY = new Option(
            "-Djava\\.net\\.preferIPv4Stack=[\"']?true\\b",
            "switches IPv6 off in Java, but the cluster has IPv6 addresses (members or bindAddress) that nobody could"
                    + " reach. Use IPv4 addresses or host names, or lay a script without this option over the base"
                    + " (src/main/ei/common/bin).");

    private final NodeFiles files;

    StartScripts(NodeFiles files) {
        this.files = files;
    }

    /** Reports every active line with an option that overrides ours. */
    void check(boolean ipv6) {
        files.paths().stream()
                .filter(path -> SCRIPT.matcher(path).matches())
                .forEach(path -> activeLines(path, (line, text) -> {
                    OPTIONS.forEach(option -> check(option, path, line, text));
                    if (ipv6) {
                        check(IPV4_ONLY, path, line, text);
                    }
                }));
    }

    /** Warns of options of the node's {@code jvm} that its script sets again: Java takes the last. */
    void checkJavaOptions(Node node) {
        boolean bat = node.os() == Node.Os.WINDOWS;
        String path = bat ? "bin/integrator.bat" : "bin/integrator.sh";
        Map<Integer, String> behind = behind(path, bat ? "%JAVA_OPTS%" : "$JAVA_OPTS");
        for (String option : node.jvm().options()) {
            Matcher property = PROPERTY.matcher(option);
            if (property.lookingAt()) {
                Pattern again = Pattern.compile(Pattern.quote(property.group()) + "(?![\\w.])\\S*");
                behind.forEach((line, text) -> {
                    Matcher found = again.matcher(text);
                    if (found.find()) {
                        files.report(Problem.warning(
                                files.label(path) + ":" + line,
                                "'" + found.group() + "' stands behind JAVA_OPTS, so that '" + option
                                        + "' of jvm/options does nothing. Remove the option, or lay a script without it over"
                                        + " the base (src/main/ei/common/bin)."));
                    }
                });
            }
        }
    }

    /** What follows the variable in the command, the last place that names it, by line. */
    private Map<Integer, String> behind(String path, String variable) {
        Map<Integer, String> behind = new LinkedHashMap<>();
        activeLines(path, (number, text) -> {
            int start = text.indexOf(variable);
            if (start >= 0) {
                behind.clear();
                behind.put(number, text.substring(start));
            } else if (!behind.isEmpty()) {
                behind.put(number, text);
            }
        });
        return behind;
    }

    private void check(Option option, String path, int line, String text) {
        Matcher matcher = option.pattern().matcher(text);
        if (matcher.find()) {
            files.report(
                    Problem.error(files.label(path) + ":" + line, "'" + matcher.group() + "' " + option.consequence()));
        }
    }

    private void activeLines(String path, BiConsumer<Integer, String> consumer) {
        boolean bat = path.toLowerCase(Locale.ROOT).endsWith(".bat");
        // Latin-1 reads any script: the options are ASCII.
        String text = files.read(path)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
        String[] lines = text.split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean comment = bat
                    ? BAT_COMMENT.matcher(lines[i]).matches()
                    : lines[i].stripLeading().startsWith("#");
            if (!comment) {
                consumer.accept(
                        i + 1,
                        bat ? lines[i] : TRAILING_COMMENT.matcher(lines[i]).replaceFirst(""));
            }
        }
    }

    /** An option as it is found, and what follows from it. */
    private record Option(Pattern pattern, String consequence) {

        Option(String pattern, String consequence) {
            this(Pattern.compile(pattern), consequence);
        }
    }
}

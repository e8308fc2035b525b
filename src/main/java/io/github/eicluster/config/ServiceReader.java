package io.github.eicluster.config;

import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code cluster/service}. */
final class ServiceReader {

    private static final Pattern UMASK = Pattern.compile("0?[0-7]{3}");

    private final Context context;
    private final Entry cluster;
    private final List<NodeDraft> nodes;

    ServiceReader(Context context, Entry cluster, List<NodeDraft> nodes) {
        this.context = context;
        this.cluster = cluster;
        this.nodes = nodes;
    }

    Service read(Entry entry) {
        checkNodes(entry);
        String user = account(entry, "user").orElse("wso2");
        if (user.equals("root")) {
            context.problems()
                    .unsafe(
                            entry.pathOf("user"),
                            "'root' would run the servers with all rights on their machines. Give an account of their own.");
        }
        return new Service(
                user,
                account(entry, "group").orElse(user),
                directory(entry),
                entry.number("openFiles").orElse(65535),
                entry.number("processes").orElse(20000),
                entry.text("restart").map("always"::equals).orElse(true),
                entry.number("stopTimeout").orElse(180),
                umask(entry));
    }

    private void checkNodes(Entry entry) {
        List<NodeDraft> linux =
                nodes.stream().filter(node -> node.node().os() == Node.Os.LINUX).toList();
        if (linux.isEmpty() && !nodes.isEmpty()) {
            context.problems()
                    .error(entry.path(), "no node runs Linux, and only Linux has systemd. Remove the element.");
        }
        // A path that is wrong is reported where it stands.
        List<String> without = linux.stream()
                .filter(node -> JvmReader.javaHome(cluster, node.entry()).isEmpty())
                .map(NodeDraft::id)
                .toList();
        if (!without.isEmpty()) {
            context.problems()
                    .error(
                            cluster.pathOf("jvm") + "/javaHome",
                            "is missing for " + String.join(", ", without)
                                    + ". systemd sets no JAVA_HOME, and the start"
                                    + " script ends without one: give the directory of the JDK on the machine.");
        }
    }

    private Optional<String> account(Entry entry, String name) {
        Optional<String> account = entry.text(name);
        account.flatMap(ServiceNames::accountMistake)
                .ifPresent(rule -> context.problems().error(entry.pathOf(name), rule));
        return account;
    }

    private String directory(Entry entry) {
        Optional<String> directory = entry.text("directory");
        directory
                .flatMap(ServiceNames::pathMistake)
                .ifPresent(rule -> context.problems().error(entry.pathOf("directory"), rule));
        return directory.map(ServiceNames::normal).orElse("/opt/wso2");
    }

    private String umask(Entry entry) {
        Optional<String> umask = entry.text("umask");
        umask.filter(text -> !UMASK.matcher(text).matches())
                .ifPresent(text -> context.problems()
                        .error(
                                entry.pathOf("umask"),
                                "'" + text
                                        + "' is no umask. Write three octal digits, with or without a 0 before them, such"
                                        + " as 0027."));
        umask.filter(text -> UMASK.matcher(text).matches() && text.charAt(text.length() - 3) != '0')
                .ifPresent(text -> context.problems()
                        .error(
                                entry.pathOf("umask"),
                                "'" + text
                                        + "' would keep the server from its own files. Begin with 00, such as 0027."));
        return umask.map(text -> text.length() == 3 ? "0" + text : text).orElse("0027");
    }
}

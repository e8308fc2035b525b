package io.github.eicluster.verify.output;

import io.github.eicluster.template.Html;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.balancer.Front;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.Jdbc;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The cluster as a picture: balancer, nodes with their ports, databases, and who talks to whom. */
final class TopologyPicture {

    private static final int BOX = 210;
    private static final int GAP = 60;
    private static final int TOP = 20;
    private static final int BALANCER = 70;
    private static final int NODE = 128;
    private static final int DATABASE = 74;
    private static final int ROOM = 84;
    private static final int CENTER = BOX / 2;

    /** How far the picture may shrink and grow, in percent. */
    private static final int SMALLEST = 85;

    private static final int LARGEST = 130;

    private final Report report;
    private final ClusterView cluster;
    private final StringBuilder svg = new StringBuilder();
    private final Map<String, List<NodeHome>> databases = new LinkedHashMap<>();
    private final int width;
    private final int nodesY;
    private final int databasesY;

    TopologyPicture(Report report) {
        this.report = report;
        this.cluster = report.cluster();
        cluster.nodes().forEach(this::databases);
        int columns = Math.max(cluster.nodes().size(), Math.max(1, databases.size()));
        this.width = columns * (BOX + GAP) + GAP;
        this.nodesY = cluster.balancer().isPresent() || cluster.declared().isPresent() ? TOP + BALANCER + ROOM : TOP;
        this.databasesY = nodesY + NODE + ROOM;
    }

    /** {@return the picture} */
    String svg() {
        int height = databasesY + (databases.isEmpty() ? -ROOM : DATABASE) + TOP;
        String names = cluster.nodes().stream().map(NodeHome::name).collect(Collectors.joining(", "));
        // Small clusters fill the page; large ones stay legible and are scrolled.
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" style=\"min-width:%dpx;max-width:%dpx;margin:0 auto\" role=\"img\" aria-label=\"%s\">%n",
                width,
                height,
                width * SMALLEST / 100,
                width * LARGEST / 100,
                Html.text("The cluster: " + names)));
        svg.append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\""
                + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" class=\"tip\"/></marker></defs>\n");
        connections();
        balancer();
        for (int i = 0; i < cluster.nodes().size(); i++) {
            node(cluster.nodes().get(i), x(i, cluster.nodes().size()));
        }
        int column = 0;
        for (Map.Entry<String, List<NodeHome>> database : databases.entrySet()) {
            database(database.getKey(), x(column++, databases.size()));
        }
        return svg.append("</svg>\n").toString();
    }

    private int x(int index, int count) {
        int used = count * BOX + (count - 1) * GAP;
        return (width - used) / 2 + index * (BOX + GAP);
    }

    private void databases(NodeHome node) {
        try {
            for (Datasource source : Datasource.of(node)) {
                source.url()
                        .filter(url -> !url.embedded() || url.absoluteFile())
                        .ifPresent(url -> databases
                                .computeIfAbsent(label(source, url), key -> new ArrayList<>())
                                .add(node));
            }
        } catch (CannotCheck e) {
            return; // the findings say so
        }
    }

    /** Vendor, host and database, one line each; a password that a URL may hold is not part of them. */
    private static String label(Datasource source, Jdbc url) {
        String database = url.url().strip().replaceFirst("[?;].*", "").replaceFirst(".*[/:~]", "");
        return source.name() + "\t" + url.vendor() + " " + database + "\t"
                + url.host().orElse("on this machine");
    }

    private void connections() {
        List<NodeHome> nodes = cluster.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            int center = x(i, nodes.size()) + CENTER;
            if (nodesY > TOP) {
                arrow(width / 2, TOP + BALANCER, center, nodesY, protocols(nodes.get(i)), "front");
            }
            if (i > 0) {
                int left = x(i - 1, nodes.size()) + BOX;
                int middle = nodesY + NODE / 2;
                line(left, middle, left + GAP);
                label(left + GAP / 2, middle - 6, "Hazelcast", "small");
            }
            int column = 0;
            for (List<NodeHome> users : databases.values()) {
                if (users.contains(nodes.get(i))) {
                    arrow(center, nodesY + NODE, x(column, databases.size()) + CENTER, databasesY, "JDBC", "jdbc");
                }
                column++;
            }
        }
    }

    private String protocols(NodeHome node) {
        if (cluster.balancer().isEmpty()) {
            return "";
        }
        TreeSet<String> schemes = new TreeSet<>();
        for (Front front : cluster.balancer().get().fronts()) {
            front.pool()
                    .ifPresent(pool -> pool.servers().stream()
                            .filter(server -> cluster.host(node)
                                    .filter(server.host()::equals)
                                    .isPresent())
                            .forEach(server -> schemes.add(
                                    (front.scheme().equals("tcp")
                                                    ? "TLS"
                                                    : front.scheme().toUpperCase(Locale.ROOT)) + " " + server.port())));
        }
        return String.join(", ", schemes);
    }

    private void balancer() {
        if (nodesY == TOP) {
            return;
        }
        int left = width / 2 - CENTER;
        box(left, TOP, BALANCER, "balancer", "");
        String name = cluster.balancer()
                .map(view -> view.nginx() ? "nginx" : "HAProxy")
                .or(() -> cluster.declared()
                        .flatMap(found -> found.loadBalancer())
                        .map(found -> found.type().text()))
                .orElse("no load balancer");
        label(left + CENTER, TOP + 26, name, "name");
        TreeSet<Integer> ports = new TreeSet<>();
        TreeSet<String> names = new TreeSet<>();
        cluster.balancer()
                .ifPresent(view -> view.fronts().forEach(front -> {
                    ports.addAll(front.ports());
                    names.addAll(front.names());
                }));
        label(left + CENTER, TOP + 44, names.stream().limit(2).collect(Collectors.joining(", ")), "small");
        label(
                left + CENTER,
                TOP + 60,
                ports.isEmpty()
                        ? ""
                        : "ports " + ports.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                "small");
    }

    private void node(NodeHome node, int left) {
        long errors = count(node, Severity.ERROR);
        long warnings = count(node, Severity.WARNING);
        box(left, nodesY, NODE, errors > 0 ? "node bad" : warnings > 0 ? "node fair" : "node", "#node-" + node.name());
        label(left + CENTER, nodesY + 24, node.name(), "name");
        List<String> lines = new ArrayList<>();
        lines.add(cluster.host(node).orElse("address unknown") + version(node));
        try {
            Listeners listeners = Listeners.of(node);
            lines.add(
                    "services " + port(listeners, Listeners.Kind.HTTP) + ", " + port(listeners, Listeners.Kind.HTTPS));
            lines.add("console " + port(listeners, Listeners.Kind.CONSOLE) + ", offset " + listeners.offset());
            lines.add("Hazelcast " + Clustering.of(node).map(Clustering::port).orElse(0));
        } catch (CannotCheck e) {
            lines.add("ports unknown");
        }
        for (int i = 0; i < lines.size(); i++) {
            label(left + CENTER, nodesY + 44 + i * 16, lines.get(i), "small");
        }
        label(
                left + CENTER,
                nodesY + NODE - 10,
                errors + warnings == 0 ? "nothing found" : errors + " errors, " + warnings + " warnings",
                errors > 0 ? "small error" : warnings > 0 ? "small warning" : "small");
    }

    private static String version(NodeHome node) {
        try {
            return ", EI " + node.version();
        } catch (CannotCheck e) {
            return "";
        }
    }

    private static String port(Listeners listeners, Listeners.Kind kind) {
        return listeners.port(kind).isPresent()
                ? String.valueOf(listeners.port(kind).getAsInt())
                : "?";
    }

    private long count(NodeHome node, Severity severity) {
        return report.findings().stream()
                .filter(Finding::violation)
                .filter(finding ->
                        finding.severity() == severity && finding.place().node().equals(node.name()))
                .count();
    }

    private void database(String label, int left) {
        String[] parts = label.split("\t", -1);
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"box database\" d=\"M%1$d %2$dv%4$da%5$d 9 0 0 0 %3$d 0v-%4$da%5$d 9 0 0 0 -%3$d 0a%5$d 9 0 0 0"
                        + " %3$d 0\"/>%n",
                left,
                databasesY + 9,
                BOX,
                DATABASE - 18,
                CENTER));
        label(left + CENTER, databasesY + 34, parts[0], "name");
        label(left + CENTER, databasesY + 50, parts[1], "small");
        label(left + CENTER, databasesY + 66, parts[2], "small");
    }

    private void box(int left, int top, int height, String type, String link) {
        String box = String.format(
                Locale.ROOT,
                "<rect class=\"box %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>",
                type,
                left,
                top,
                BOX,
                height);
        svg.append(link.isEmpty() ? box : "<a href=\"" + Html.text(link) + "\">" + box + "</a>")
                .append('\n');
    }

    private void arrow(int fromX, int fromY, int toX, int toY, String text, String type) {
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"arrow %s\" marker-end=\"url(#tip)\" d=\"M%d %dC%d %d %d %d %d %d\"/>%n",
                type,
                fromX,
                fromY,
                fromX,
                fromY + ROOM / 2,
                toX,
                toY - ROOM / 2,
                toX,
                toY - 2));
        if (type.equals("front")) {
            label(toX, toY - 12, text, "small halo");
        }
    }

    private void line(int fromX, int y, int toX) {
        svg.append(String.format(Locale.ROOT, "<path class=\"arrow hazelcast\" d=\"M%d %dH%d\"/>%n", fromX, y, toX));
    }

    private void label(int x, int y, String text, String type) {
        if (!text.isEmpty()) {
            String shown = text.length() > 34 ? text.substring(0, 33) + "\u2026" : text;
            svg.append(String.format(
                    Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", type, x, y, Html.text(shown)));
        }
    }
}

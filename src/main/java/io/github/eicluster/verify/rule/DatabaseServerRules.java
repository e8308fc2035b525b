package io.github.eicluster.verify.rule;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.Jdbc;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StartScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the POM says of the database server, beside what the nodes do with it: EIC208 and EIC213. */
final class DatabaseServerRules {

    /** Of a tomcat-jdbc pool that says nothing. */
    private static final int DEFAULT_POOL = 100;

    private static final String FOR_MYSQL = "mysql.sql";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

    private DatabaseServerRules() {}

    static List<Rule> all() {
        return List.of(connections(), script());
    }

    private static Rule connections() {
        return Rule.warning("EIC208", "The pools of all nodes may open more connections than the database allows")
                .reason("Under load the database refuses the rest, and requests fail on the node that came last. Each"
                        + " datasource of each node is a pool of its own; without maxActive it grows to 100.")
                .evidence("tomcat-jdbc maxActive; cluster/database/maxConnections of the POM.")
                .example(
                        "three datasources with maxActive 50 on each of two nodes, <maxConnections>200</maxConnections>",
                        "maxActive 30, or a server that takes 300")
                .fix("Lower maxActive, or let the server take more; leave some for its administrators.")
                .cluster((cluster, findings) -> cluster.declared()
                        .filter(declared ->
                                declared.databases().server().maxConnections().isPresent())
                        .ifPresent(declared -> connections(cluster, declared.databases(), findings)));
    }

    /** Pools of one node on the server. */
    private record NodePools(NodeHome node, List<Datasource> sources, long sum) {}

    private static void connections(ClusterView cluster, Databases declared, Findings findings) {
        List<String> hosts = Stream.concat(
                        declared.host().stream(),
                        Stream.of(declared.user(), declared.registry())
                                .flatMap(source -> new Jdbc(source.url()).host().stream()))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        List<NodePools> pools = new ArrayList<>();
        findings.each(cluster.nodes(), node -> {
            List<Datasource> sources = Datasource.of(node).stream()
                    .filter(source -> source.url()
                            .flatMap(Jdbc::host)
                            .filter(host -> hosts.contains(host.toLowerCase(Locale.ROOT)))
                            .isPresent())
                    .toList();
            pools.add(new NodePools(
                    node,
                    sources,
                    sources.stream().mapToLong(DatabaseServerRules::size).sum()));
        });
        long sum = pools.stream().mapToLong(NodePools::sum).sum();
        int allowed = declared.server().maxConnections().orElseThrow();
        long count = pools.stream().mapToLong(node -> node.sources().size()).sum();
        if (sum > allowed) {
            Datasource first = pools.stream()
                    .flatMap(node -> node.sources().stream())
                    .findFirst()
                    .orElseThrow();
            String shares = pools.stream()
                    .map(node -> node.node().name() + " " + node.sum())
                    .collect(Collectors.joining(", "));
            findings.report(
                    first.field("maxActive").map(Setting::place).orElseGet(first::place),
                    count + " pools may open " + sum + " connections to " + hosts.get(0) + " (" + shares
                            + "), the POM says that it takes " + allowed,
                    "Set maxActive to " + Math.max(1, allowed / count)
                            + " in each, or raise the limit of the server to " + sum
                            + " and maxConnections of the POM with it.");
        }
    }

    private static long size(Datasource source) {
        return source.field("maxActive")
                .flatMap(setting -> setting.number().stream().boxed().findFirst())
                .filter(size -> size > 0)
                .orElse(DEFAULT_POOL);
    }

    private static Rule script() {
        return Rule.warning("EIC213", "The tables would be made by a script that this MySQL refuses")
                .reason(
                        "Up to EI 6.5 mysql.sql holds TIMESTAMP NOT NULL DEFAULT 0, which MySQL 5.7 and later refuse in their"
                                + " usual mode; the script stops in the middle. A server that is started with -Dsetup always takes"
                                + " mysql.sql.")
                .evidence("dbscripts of EI 6.0 to 6.5; DefaultRealmService.initializeDatabase; product-ei#383.")
                .example("<version>8.0</version> and <script>mysql.sql</script>", "<script>mysql5.7.sql</script>")
                .fix("Make the tables with mysql5.7.sql, and do not start with -Dsetup.")
                .cluster((cluster, findings) -> cluster.declared()
                        .filter(DatabaseServerRules::strictMysql)
                        .ifPresent(
                                declared -> script(cluster, declared.databases().server(), findings)));
    }

    private static boolean strictMysql(Cluster declared) {
        Databases databases = declared.databases();
        Matcher version = VERSION.matcher(databases.server().version().orElse(""));
        if (databases.type() != DatabaseType.MYSQL || !version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
        return major > 5 || (major == 5 && minor >= 7);
    }

    private static void script(ClusterView cluster, Databases.Server declared, Findings findings) {
        String server = "MySQL " + declared.version().orElseThrow();
        boolean named = declared.script().filter(FOR_MYSQL::equals).isPresent();
        findings.each(cluster.nodes(), node -> {
            if (node.version().atLeast(6, 6)) {
                return;
            }
            if (named) {
                findings.report(
                        new Place("", "", 0, "cluster/database/script"),
                        "the POM names " + FOR_MYSQL + ", which " + server + " refuses",
                        "Remove cluster/database/script, or write mysql5.7.sql.");
            }
            StartScript.of(node)
                    .property("setup")
                    .ifPresent(setup -> findings.report(
                            setup,
                            "the start script says -Dsetup, which runs " + FOR_MYSQL + " on " + server,
                            "Remove -Dsetup, and make the tables with mysql5.7.sql."));
        });
    }
}

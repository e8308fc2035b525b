package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.Jdbc;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Settings of datasources: EIC205 to EIC207 and EIC209 to EIC211. */
final class DatasourceRules {

    private static final Set<String> SUPERUSERS =
            Set.of("root", "sa", "postgres", "system", "sys", "db2inst1", "admin");

    private DatasourceRules() {}

    static List<Rule> all() {
        return List.of(query(), testing(), tls(), users(), localhost(), autoCommit());
    }

    private static Rule query() {
        return Rule.error("EIC205", "The validation query is not one of this database")
                .reason("Every borrowed connection fails its test, so that no statement is ever run.")
                .evidence("tomcat-jdbc validationQuery.")
                .example("SELECT 1 for Oracle", "SELECT 1 FROM DUAL")
                .fix("Write the query of the database.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        Optional<Jdbc> url = source.url();
                        source.field("validationQuery")
                                .filter(query ->
                                        url.isPresent() && !query.trimmed().isEmpty())
                                .ifPresent(query -> expected(url.get(), query)
                                        .ifPresent(wanted -> findings.report(
                                                query,
                                                "'" + query.trimmed() + "' fails on "
                                                        + url.get().vendor(),
                                                "Write " + wanted + ".")));
                    }
                });
    }

    private static Optional<String> expected(Jdbc url, Setting query) {
        String text = query.trimmed().toUpperCase(Locale.ROOT);
        boolean from = text.contains(" FROM ");
        return switch (url.vendor()) {
            case "oracle" -> from ? Optional.empty() : Optional.of("SELECT 1 FROM DUAL");
            case "db2" ->
                from || text.startsWith("VALUES") ? Optional.empty() : Optional.of("SELECT 1 FROM SYSIBM.SYSDUMMY1");
            case "postgresql", "sqlserver" ->
                text.contains("FROM DUAL") || text.contains("SYSDUMMY1") ? Optional.of("SELECT 1") : Optional.empty();
            default -> text.contains("SYSDUMMY1") ? Optional.of("SELECT 1") : Optional.empty();
        };
    }

    private static Rule testing() {
        return Rule.warning("EIC206", "Connections are not tested as intended")
                .reason(
                        "testOnBorrow without validationQuery tests nothing, and without validationInterval every single"
                                + " borrow asks the database.")
                .evidence("tomcat-jdbc: testOnBorrow needs validationQuery.")
                .example(
                        "<testOnBorrow>true</testOnBorrow> alone",
                        "with <validationQuery>SELECT 1</validationQuery> and <validationInterval>30000</validationInterval>")
                .fix("Add validationQuery and validationInterval.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        source.field("testOnBorrow")
                                .filter(test -> test.is("true"))
                                .ifPresent(test -> {
                                    for (String name : List.of("validationQuery", "validationInterval")) {
                                        if (source.field(name)
                                                .filter(found ->
                                                        !found.trimmed().isEmpty())
                                                .isEmpty()) {
                                            findings.report(
                                                    test,
                                                    source.text() + " has testOnBorrow, but no " + name,
                                                    "Add <" + name + ">"
                                                            + (name.endsWith("Query") ? "SELECT 1" : "30000") + "</"
                                                            + name + ">.");
                                        }
                                    }
                                });
                    }
                });
    }

    private static Rule tls() {
        return Rule.warning("EIC207", "Nothing, or something unsafe, is said about TLS to the database")
                .reason(
                        "Without a word about it Connector/J 5.1 warns or fails, depending on server and version."
                                + " useSSL=false sends passwords and data in clear text; without verification anybody can answer.")
                .evidence("Connector/J: useSSL, sslMode, allowPublicKeyRetrieval; product-ei#384.")
                .example(
                        "jdbc:mysql://db:3306/REG?useSSL=false",
                        "jdbc:mysql://db:3306/REG?useSSL=true&amp;requireSSL=true")
                .fix("Decide: TLS with a verified certificate where the network is not yours alone.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        source.url()
                                .filter(url -> url.vendor().equals("mysql")
                                        || url.vendor().equals("mariadb"))
                                .ifPresent(url -> tls(cluster, source, url, findings));
                    }
                });
    }

    private static void tls(ClusterView cluster, Datasource source, Jdbc url, Findings findings) {
        Setting place = source.field("url").orElseThrow();
        Severity clear = cluster.production() ? Severity.ERROR : Severity.WARNING;
        boolean off = is(url, "useSSL", "false") || is(url, "sslMode", "DISABLED") || is(url, "sslMode", "disable");
        if (off) {
            report(
                    findings,
                    clear,
                    place,
                    source.text() + " talks to the database in clear text",
                    url.vendor().equals("mariadb")
                            ? "Write sslMode=verify-full."
                            : "Write useSSL=true&amp;requireSSL=true (Connector/J 5.1) or sslMode=VERIFY_IDENTITY (8).");
        } else if (is(url, "allowPublicKeyRetrieval", "true")) {
            report(
                    findings,
                    clear,
                    place,
                    source.text() + " takes a key from whoever answers",
                    "Remove allowPublicKeyRetrieval, and use TLS.");
        } else if (is(url, "verifyServerCertificate", "false")) {
            report(
                    findings,
                    Severity.WARNING,
                    place,
                    source.text() + " does not check the certificate of the database",
                    "Write verifyServerCertificate=true, with the authority in a trust store.");
        } else if (url.parameter("useSSL").isEmpty() && url.parameter("sslMode").isEmpty()) {
            report(
                    findings,
                    Severity.WARNING,
                    place,
                    source.text() + " says neither useSSL nor sslMode",
                    "Decide with useSSL (Connector/J 5.1) or sslMode (8).");
        }
    }

    /** The URL may hold a password, so that it is not shown as the observed value. */
    private static void report(Findings findings, Severity severity, Setting url, String message, String fix) {
        findings.report(severity, url.place(), message, fix);
    }

    private static boolean is(Jdbc url, String name, String value) {
        return url.parameter(name)
                .filter(found -> found.equalsIgnoreCase(value))
                .isPresent();
    }

    private static Rule users() {
        return Rule.warning("EIC209", "The database user is an administrator, or its password is its name")
                .reason(
                        "Whoever reads the file, or guesses, owns the database. The vendor's guide uses regadmin/regadmin.")
                .evidence("The vendor's clustering guide.")
                .example(
                        "<username>regadmin</username><password>regadmin</password>",
                        "a user with rights on this database only, and a password of its own")
                .fix("Make a user for this database, with a password of its own.")
                .errorInProduction()
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        if (source.url().filter(Jdbc::embedded).isPresent()) {
                            continue;
                        }
                        source.field("username").filter(user -> !user.hidden()).ifPresent(user -> {
                            String name = user.trimmed().toLowerCase(Locale.ROOT);
                            boolean guessed = source.field("password")
                                    .filter(password -> !password.hidden())
                                    .filter(password -> password.trimmed().equalsIgnoreCase(name))
                                    .isPresent();
                            if (SUPERUSERS.contains(name) || guessed) {
                                findings.report(
                                        user,
                                        guessed
                                                ? "the password of " + source.text() + " is the name of its user"
                                                : source.text() + " uses the administrator " + user.trimmed(),
                                        "Use a user for this database alone, with a password of its own.");
                            }
                        });
                    }
                });
    }

    private static Rule localhost() {
        return Rule.warning("EIC210", "The database host is localhost")
                .reason("On several machines every node asks the machine that it runs on.")
                .evidence("JDBC URLs are resolved on each node.")
                .example("jdbc:mysql://localhost:3306/REG", "jdbc:mysql://db.example.com:3306/REG")
                .fix("Write the host of the database as all nodes see it.")
                .acrossNodes((cluster, findings) -> findings.each(cluster.nodes(), node -> {
                    for (Datasource source : Datasource.of(node)) {
                        Optional<String> host = source.url().flatMap(Jdbc::host).filter(Addresses::isLoopback);
                        if (host.isPresent() && !cluster.oneMachine()) {
                            Place place = SharedRegistryRules.url(source);
                            findings.report(
                                    place,
                                    source.text() + " is asked for at " + host.get() + ", on every machine another one",
                                    "Write the host of the database as all nodes see it.");
                        }
                    }
                }));
    }

    private static Rule autoCommit() {
        return Rule.info("EIC211", "defaultAutoCommit is not as shipped")
                .reason(
                        "The shipped datasource has false; without it every statement is its own transaction. Both work.")
                .evidence("The shipped master-datasources.xml.")
                .example("no <defaultAutoCommit>", "<defaultAutoCommit>false</defaultAutoCommit>")
                .fix("Write false for the databases of registry and users.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        boolean own = source.jndiName().startsWith("jdbc/WSO2");
                        if (own
                                && source.field("defaultAutoCommit")
                                        .filter(value -> value.is("false"))
                                        .isEmpty()) {
                            findings.report(
                                    source.place(),
                                    source.text() + " commits after every statement",
                                    "Write <defaultAutoCommit>false</defaultAutoCommit>.");
                        }
                    }
                });
    }
}

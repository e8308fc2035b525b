package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.Drivers;
import io.github.eicluster.verify.home.Jdbc;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Setting;
import java.util.List;
import java.util.Optional;

/** JDBC drivers: EIC203 and EIC204. */
final class DriverRules {

    private DriverRules() {}

    static List<Rule> all() {
        return List.of(driver(), mysqlDriver());
    }

    private static Rule driver() {
        return Rule.error("EIC203", "The JDBC driver is wrong or missing")
                .reason("The class must understand the URL and be in a jar of lib/ on every node; otherwise the server"
                        + " says ClassNotFoundException or \"No suitable driver\" at its start.")
                .evidence("tomcat-jdbc; lib/ is carbon.external.lib.dir.path of integrator.sh.")
                .example(
                        "jdbc:postgresql://db/REG with com.mysql.jdbc.Driver",
                        "jdbc:postgresql://db/REG with org.postgresql.Driver, and postgresql-42.7.4.jar in lib/")
                .fix("Name the class of the database's driver, and put one version of its jar into lib/.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        Optional<Setting> name = source.field("driverClassName").filter(found -> !found.hidden());
                        Optional<Jdbc> url = source.url();
                        if (name.isPresent() && url.isPresent()) {
                            fits(node, source, name.get(), url.get(), findings);
                        }
                    }
                });
    }

    private static void fits(NodeHome node, Datasource source, Setting name, Jdbc url, Findings findings) {
        List<String> drivers = url.drivers();
        if (!drivers.isEmpty() && !drivers.contains(name.trimmed())) {
            findings.report(
                    name,
                    source.text() + " has a URL of " + url.vendor() + ", which " + name.trimmed()
                            + " does not understand",
                    "Write " + drivers.get(drivers.size() > 1 && url.vendor().equals("mysql") ? 1 : 0) + ".");
            return;
        }
        Drivers jars = Drivers.of(node);
        if (!url.embedded() && jars.jars(name.trimmed()).isEmpty()) {
            findings.report(
                    name,
                    "no jar in lib/ holds " + name.trimmed() + ", which " + source.text() + " needs",
                    "Put the driver of " + url.vendor() + " into lib/ on every node.");
        } else if (jars.jars(name.trimmed()).size() > 1) {
            findings.report(
                    Severity.WARNING,
                    name,
                    "several jars hold " + name.trimmed() + ": " + String.join(", ", jars.jars(name.trimmed())),
                    "Keep one of them.");
        }
    }

    private static Rule mysqlDriver() {
        return Rule.warning("EIC204", "The name of the MySQL driver does not fit its jar")
                .reason("Connector/J 8 has com.mysql.cj.jdbc.Driver and keeps the old name only as a warning;"
                        + " Connector/J 5.1 does not have the new one.")
                .evidence("Release notes of Connector/J 8.0.")
                .example("com.mysql.jdbc.Driver with mysql-connector-j-8.4.0.jar", "com.mysql.cj.jdbc.Driver")
                .fix("Write the name that fits the jar.")
                .eachNode((node, cluster, findings) -> {
                    for (Datasource source : Datasource.of(node)) {
                        source.field("driverClassName").ifPresent(name -> {
                            boolean old = name.trimmed().equals("com.mysql.jdbc.Driver");
                            boolean recent = name.trimmed().equals("com.mysql.cj.jdbc.Driver");
                            Optional<Integer> version = Drivers.of(node).connector();
                            if (old && version.filter(major -> major >= 8).isPresent()) {
                                findings.report(
                                        name,
                                        "the jar in lib/ is Connector/J " + version.get()
                                                + ", where this name is outdated",
                                        "Write com.mysql.cj.jdbc.Driver.");
                            } else if (recent
                                    && version.filter(major -> major < 8).isPresent()) {
                                findings.report(
                                        Severity.ERROR,
                                        name,
                                        "the jar in lib/ is Connector/J " + version.get() + ", which has no such class",
                                        "Write com.mysql.jdbc.Driver.");
                            }
                        });
                    }
                });
    }
}

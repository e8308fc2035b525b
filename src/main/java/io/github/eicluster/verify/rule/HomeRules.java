package io.github.eicluster.verify.rule;

import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.RuntimeState;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StartScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts and what lies around in homes: EIC503 to EIC508 and EIC510. */
final class HomeRules {

    private static final Pattern JAVA_HOME =
            Pattern.compile("^\\s*(?:export\\s+)?JAVA_HOME=\\S*?(?:jdk|java|jre)-?_?(?:1\\.)?(\\d{1,2})\\b.*");

    private HomeRules() {}

    static List<Rule> all() {
        return List.of(synchronizer(), state(), scripts(), java(), offset(), locale(), version());
    }

    private static Rule synchronizer() {
        return Rule.warning("EIC503", "The deployment synchronizer is on")
                .reason(
                        "It keeps artifacts in Subversion, needs jars that EI does not have, and is no longer supported."
                                + " If several nodes commit, they run into conflicts.")
                .evidence(
                        "carbon.xml DeploymentSynchronizer; the vendor advises NFS, rsync or configuration management.")
                .example(
                        "<DeploymentSynchronizer><Enabled>true</Enabled>", "<Enabled>false</Enabled>, and rsync or NFS")
                .fix("Switch it off, and copy artifacts by other means.")
                .cluster((cluster, findings) -> {
                    List<NodeHome> committing = new ArrayList<>();
                    findings.each(
                            cluster.nodes(),
                            node -> section(node, "Enabled")
                                    .filter(on -> on.is("true"))
                                    .ifPresent(on -> {
                                        findings.report(on, "artifacts are kept in Subversion", "Write false.");
                                        section(node, "AutoCommit")
                                                .filter(commit -> commit.is("true"))
                                                .ifPresent(commit -> committing.add(node));
                                    }));
                    if (committing.size() > 1) {
                        committing.forEach(node -> findings.report(
                                Severity.ERROR,
                                section(node, "AutoCommit").orElseThrow(),
                                committing.size() + " nodes commit artifacts",
                                "Let one node commit at most."));
                    }
                });
    }

    private static Optional<Setting> section(NodeHome node, String name) {
        return node.xml(Layout.CARBON).value("DeploymentSynchronizer", name);
    }

    private static Rule state() {
        return Rule.warning("EIC504", "An archive holds what a server left behind")
                .reason(
                        "The node was packed after it had run: logs, temporary files, the pid, and a local database with"
                                + " the mounts and time stamps of another node. A home that is no archive has them from its own"
                                + " server, and nothing is said.")
                .evidence("Logs, tmp, work folders and H2 files belong to one server.")
                .example("repository/logs/wso2carbon.log in the archive", "an archive of a home that has not run")
                .fix("Make the archive from a fresh home.")
                .eachNode((node, cluster, findings) -> {
                    List<String> left = node.files().stream()
                            .filter(RuntimeState::isRuntime)
                            .toList();
                    if (node.packed() && !left.isEmpty()) {
                        findings.report(
                                Place.of(node.name(), left.get(0)),
                                left.size() + " file" + (left.size() == 1 ? "" : "s") + " of a server that has run: "
                                        + ClusterFileRules.shown(left),
                                "Make the archive without them.");
                    }
                });
    }

    private static Rule scripts() {
        return Rule.error("EIC505", "A start script cannot run")
                .reason(
                        "With CRLF the shell says \"bad interpreter\" or reads names with an invisible character; without"
                                + " the execute bit it says \"Permission denied\". Both come from copying by way of Windows.")
                .evidence("sh; file modes of the shipped archives: 0755.")
                .example("bin/integrator.sh with CRLF or mode 0644", "LF, mode 0755")
                .fix("Unpack on Linux, or run dos2unix and chmod +x.")
                .eachNode((node, cluster, findings) -> {
                    for (String path : node.filesIn("bin/")) {
                        if (path.endsWith(".sh")) {
                            findings.each(List.of(node), home -> script(home, path, findings));
                        }
                    }
                });
    }

    private static void script(NodeHome node, String path, Findings findings) {
        String text = node.text(path).orElse("");
        int at = text.indexOf("\r\n");
        if (at >= 0) {
            findings.report(
                    new Place(
                            node.name(),
                            path,
                            (int) text.substring(0, at).lines().count(),
                            ""),
                    "the lines of the script end in CR and LF",
                    "Convert them to LF.");
        }
        OptionalInt mode = node.mode(path);
        if (mode.isPresent() && (mode.getAsInt() & 0100) == 0) {
            findings.report(
                    Place.of(node.name(), path),
                    "the script has the mode " + String.format(java.util.Locale.ROOT, "%04o", mode.getAsInt() & 0777)
                            + ", so that it cannot be run",
                    "chmod 755 " + path + ".");
        }
    }

    private static Rule java() {
        return Rule.warning("EIC506", "The start script names a Java that EI does not support")
                .reason("EI 6.0 to 6.5 run on Java 7 and 8, EI 6.6 on 7 to 11; the script refuses others, or the server"
                        + " fails later.")
                .evidence("The check of java -version in integrator.sh.")
                .example("JAVA_HOME=/usr/lib/jvm/jdk-17 in integrator.sh", "JAVA_HOME=/usr/lib/jvm/jdk-8")
                .fix("Use Java 8, with EI 6.6 up to 11.")
                .eachNode((node, cluster, findings) -> {
                    int number = 0;
                    for (String line : node.text(StartScript.UNIX).orElse("").split("\n", -1)) {
                        number++;
                        Matcher home = JAVA_HOME.matcher(line);
                        if (home.matches()) {
                            int version = Integer.parseInt(home.group(1));
                            int newest = node.version().newestJava();
                            if (!node.version().runsOnJava(version)) {
                                findings.report(
                                        new Place(node.name(), StartScript.UNIX, number, "JAVA_HOME"),
                                        "Java " + version + " is not supported by EI " + node.version(),
                                        "Use Java 8" + (newest > 8 ? " to " + newest : "") + ".");
                            }
                        }
                    }
                });
    }

    private static Rule offset() {
        return Rule.warning("EIC507", "Start script and carbon.xml have different offsets")
                .reason("The system property wins, and carbon.xml misleads whoever reads it, other tools included.")
                .evidence("CarbonBaseActivator, CarbonUtils.getPortFromServerConfig.")
                .example("-DportOffset=1 in integrator.sh, <Offset>0</Offset>", "<Offset>1</Offset>, no -DportOffset")
                .fix("Set the offset in carbon.xml only.")
                .eachNode((node, cluster, findings) -> {
                    Optional<Setting> script = StartScript.of(node).property("portOffset");
                    Optional<Setting> file = node.xml(Layout.CARBON).value("Ports", "Offset");
                    if (script.isPresent()
                            && !script.get()
                                    .trimmed()
                                    .equals(file.map(Setting::trimmed).orElse("0"))) {
                        findings.report(
                                script.get(),
                                "-DportOffset is " + script.get().trimmed() + ", in carbon.xml it is "
                                        + file.map(Setting::trimmed).orElse("0"),
                                "Remove the option, and write <Offset>"
                                        + script.get().trimmed() + "</Offset>.");
                    }
                });
    }

    private static Rule locale() {
        return Rule.warning("EIC508", "Nodes start with another encoding or time zone")
                .reason("Texts and times then depend on the node that answers.")
                .evidence("System properties file.encoding and user.timezone.")
                .example("-Dfile.encoding=UTF8 on node1 only", "the same options on all nodes")
                .fix("Use the same options on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    for (String name : List.of("file.encoding", "user.timezone", "user.language")) {
                        Map<NodeHome, String> values = findings.collect(
                                cluster.nodes(),
                                node -> StartScript.of(node)
                                        .property(name)
                                        .map(Setting::trimmed)
                                        .orElse("not set"));
                        Differences.odd(
                                values,
                                (node, usual) -> findings.report(
                                        StartScript.of(node)
                                                .property(name)
                                                .map(Setting::place)
                                                .orElse(Place.of(node.name(), StartScript.UNIX)),
                                        name + " is " + values.get(node) + ", on " + Differences.nodes(values, usual)
                                                + " " + usual,
                                        "Use the same value on all nodes."));
                    }
                });
    }

    private static Rule version() {
        return Rule.info("EIC510", "Files disagree about the version of EI")
                .reason("Rules depend on the version; bin/version.txt decides.")
                .evidence("bin/version.txt, Version of carbon.xml.")
                .example("v6.6.0 in version.txt, 6.5.0 in carbon.xml", "6.6.0 in both")
                .fix("Use files of one version.")
                .eachNode((node, cluster, findings) -> {
                    EiVersion version = node.version();
                    node.xml(Layout.CARBON)
                            .value("Version")
                            .filter(found -> !found.trimmed().startsWith(version.toString()))
                            .ifPresent(found -> findings.report(
                                    found,
                                    "carbon.xml says " + found.trimmed() + ", bin/version.txt " + version,
                                    "Use files of one version."));
                });
    }
}

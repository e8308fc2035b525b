package io.github.eicluster.assembly;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.database.DatabaseFiles;
import io.github.eicluster.product.Home;
import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.TestArtifacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Two nodes on a database server of the tests: the files for its administrator, the commands of README.md, and the
 * datasources that the nodes get.
 */
final class MadeDatabases {

    private final PlannedCluster planned;
    private final DatabaseFiles files;
    private final Path folder;

    private MadeDatabases(PlannedCluster planned, DatabaseFiles files, Path folder) {
        this.planned = planned;
        this.files = files;
        this.folder = folder;
    }

    /**
     * Plans on a miniature whose script is another one, and writes the files.
     *
     * @param server gives names to the databases of the nodes' own registries
     * @param database content of the element database
     * @param script the script that makes the tables
     */
    static MadeDatabases plan(
            DatabaseServer server, String database, String script, boolean showPasswords, Path output) {
        Pom pom = Pom.of("""
                <cluster>
                  <hostName>ei.wso2.com</hostName>
                  <nodes>
                    <node><id>node1</id><host>127.0.0.1</host><localDatabase>%s</localDatabase></node>
                    <node><id>node2</id><host>127.0.0.1</host><localDatabase>%s</localDatabase></node>
                  </nodes>
                  <database>%s</database>
                  <certificates><mode>none</mode></certificates>
                </cluster>
                """.formatted(server.fresh("REG_LOCAL"), server.fresh("REG_LOCAL"), database));
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());
        try (Distribution base = Distribution.open(Miniatures.home("6.6.0"))) {
            ClusterDefinition read = pom.read();
            PlannedCluster planned = SharedKeys.plan(keys -> new ClusterPlanner(keys, TestArtifacts.drivers())
                    .plan(read.cluster(), read.edits(), read.libraries(), base, false, node -> none));
            DatabaseFiles files = DatabasesFolder.plan(planned, new OtherScript(base, script), output, showPasswords);
            DatabasesFolder folder = new DatabasesFolder(output);
            folder.write(files);
            String engine = planned.cluster().databases().type().text();
            return new MadeDatabases(planned, files, folder.path().resolve(engine));
        }
    }

    DatabaseFiles files() {
        return files;
    }

    /** The commands that README.md gives for making the databases, in order. */
    List<String> making() throws IOException {
        return commands("       ");
    }

    /** The commands that README.md gives for checking them. */
    List<String> checking() throws IOException {
        return commands("    ");
    }

    private List<String> commands(String indent) throws IOException {
        return Files.readAllLines(folder.resolve("README.md")).stream()
                .filter(line -> line.startsWith(indent) && line.charAt(indent.length()) != ' ')
                .map(String::strip)
                .toList();
    }

    /** Runs one command in the folder of the files, and gives what it says, exit code first. */
    String run(String command, DatabaseServer server, String password) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                command.replace("<administrator>", server.administrator()).replace(" --password", ""));
        builder.environment().put("PGPASSWORD", password);
        builder.environment().put("MYSQL_PWD", password);
        builder.environment().put("LC_ALL", "C");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }

    /** The external datasources of a node by JNDI name: what stands in its configuration, by element name. */
    Map<String, Map<String, String>> datasources(String nodeId) throws Exception {
        byte[] file = planned.nodes().stream()
                .filter(node -> node.node().id().equals(nodeId))
                .findFirst()
                .orElseThrow()
                .plan()
                .files()
                .get("conf/datasources/master-datasources.xml");
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getDocumentElement();
        Map<String, Map<String, String>> datasources = new LinkedHashMap<>();
        for (Element datasource : elements(root, "datasource")) {
            String jndi = elements(elements(datasource, "jndiConfig").get(0), "name")
                    .get(0)
                    .getTextContent();
            Map<String, String> values = new LinkedHashMap<>();
            for (Element value : elements(elements(datasource, "configuration").get(0), "*")) {
                values.put(value.getTagName(), value.getTextContent().trim());
            }
            if (!values.get("url").startsWith("jdbc:h2:")) {
                datasources.put(jndi, values);
            }
        }
        return datasources;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** A distribution whose scripts are all the same one. */
    private record OtherScript(Home base, String script) implements Home {

        @Override
        public String origin() {
            return base.origin();
        }

        @Override
        public String root() {
            return base.root();
        }

        @Override
        public List<String> files() {
            return base.files();
        }

        @Override
        public Optional<byte[]> read(String path) {
            return path.startsWith("dbscripts/")
                    ? Optional.of(script.getBytes(StandardCharsets.UTF_8))
                    : base.read(path);
        }
    }
}

package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that changes nothing is a defect: each documented example must change what is read. */
class EveryParameterActsTest {

    private static final String CLUSTER = """
            <cluster>
              <hostName>ei.wso2.com</hostName>
              <nodes>
                <node><id>node1</id><host>192.168.57.11</host></node>
                <node><id>node2</id><host>192.168.57.12</host></node>
              </nodes>
              <database>
                <type>mysql</type><host>db.wso2.com</host><username>me</username><password>env:DB_USER</password>
              </database>
              <loadBalancer><type>nginx</type></loadBalancer>
            </cluster>
            """;

    /**
     * What stands in the POM beside a parameter: path and text in pairs, or a hyphen and a path to remove. Keys are paths
     * or, with a slash at the end, their beginnings; the longest that fits counts. A value at the parameter's own path is
     * the one before the change.
     */
    private static final Map<String, List<String>> BESIDE = Map.ofEntries(
            entry("distribution/path"),
            entry("distribution/keepDatabase", "distribution/path a.zip"),
            entry("distribution/", "distribution/groupId g", "distribution/artifactId a", "distribution/version 1"),
            entry("cluster/membership/multicast/", "cluster/membership/scheme multicast"),
            entry("cluster/membership/aws/", "cluster/membership/scheme aws"),
            entry(
                    "cluster/membership/kubernetes/",
                    "cluster/membership/scheme kubernetes",
                    "cluster/membership/kubernetes/services s"),
            entry("cluster/membership/members/member/port", "cluster/membership/members/member/host m"),
            entry("cluster/nodes/node/localDatabase/", "cluster/database/localRegistry database"),
            entry(
                    "cluster/nodes/node/localDatabase/schema",
                    "cluster/database/localRegistry database",
                    "cluster/database/type postgresql"),
            entry("cluster/database/userDatabase/schema", "cluster/database/type postgresql"),
            entry("cluster/database/registryDatabase/schema", "cluster/database/type postgresql"),
            entry("cluster/database/configDatabase/schema", "cluster/database/type postgresql"),
            entry(
                    "cluster/database/serverId",
                    "- cluster/database/username",
                    "- cluster/database/password",
                    "cluster/database/serverId ei-db"),
            entry(
                    "cluster/database/url",
                    "- cluster/database/host",
                    "cluster/database/url jdbc:mysql://before/{database}"),
            entry("cluster/registry/instances/instance/", "cluster/registry/instances/instance/id i"),
            entry(
                    "cluster/registry/instances/instance/database",
                    "cluster/registry/instances/instance/id i",
                    "cluster/database/configDatabase CONF"),
            entry("cluster/registry/mounts/mount/", "cluster/registry/mounts/mount/path /_system/config"),
            entry(
                    "cluster/registry/mounts/mount/instance",
                    "cluster/registry/mounts/mount/path /_system/config",
                    "cluster/registry/mounts/mount/instance first",
                    "cluster/registry/instances/instance/id first",
                    "cluster/registry/instances/instance[2]/id shared"),
            entry(
                    "cluster/hosts/host/",
                    "cluster/hosts/host/address 10.0.0.7",
                    "cluster/hosts/host/name x.example.com"),
            entry("edits/edit/", "edits/edit/file conf/a.xml", "edits/edit/xpath /a/b", "edits/edit/value 1"),
            entry(
                    "edits/edit/property",
                    "edits/edit/file conf/a.properties",
                    "edits/edit/property before",
                    "edits/edit/value 1"),
            entry(
                    "edits/edit/serverId",
                    "edits/edit/file conf/a.xml",
                    "edits/edit/xpath /a",
                    "edits/edit/serverId ei-db"),
            entry("edits/edit/insert", "edits/edit/file conf/a.xml", "edits/edit/xpath /a", "edits/edit/insert <z/>"),
            entry(
                    "edits/edit/remove",
                    "edits/edit/file conf/a.xml",
                    "edits/edit/xpath /a",
                    "edits/edit/uncomment true"));

    private static Map.Entry<String, List<String>> entry(String path, String... beside) {
        return Map.entry(path, List.of(beside));
    }

    static Stream<Parameter> parameters() {
        return Schema.all().stream()
                .filter(p -> p.kind().isScalar() || p.kind() == Kind.ENTRIES || p.kind() == Kind.XML);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parameters")
    void theExampleOfEachParameterChangesTheResult(Parameter parameter) {
        Pom before = pom(parameter);
        Pom after = before.with(parameter.path(), example(parameter));
        if (parameter.path().equals("edits/edit/remove")) {
            after = after.without("edits/edit/uncomment");
        }

        assertThat(after.read()).as(parameter.path()).isNotEqualTo(before.read());
    }

    private static String example(Parameter parameter) {
        String xml = parameter.example();
        return xml.substring(xml.indexOf('>') + 1, xml.lastIndexOf("</"));
    }

    private static Pom pom(Parameter parameter) {
        Pom pom = new Pom(RawElement.parse("<configuration>" + CLUSTER + "</configuration>"));
        for (String change : beside(parameter.path())) {
            int blank = change.indexOf(' ');
            String first = change.substring(0, blank);
            String second = change.substring(blank + 1);
            pom = first.equals("-") ? pom.without(second) : pom.with(first, second);
        }
        return pom;
    }

    private static List<String> beside(String path) {
        return BESIDE.keySet().stream()
                .filter(key -> key.endsWith("/") ? path.startsWith(key) : path.equals(key))
                .max(Comparator.comparingInt(String::length))
                .map(BESIDE::get)
                .orElse(List.of());
    }

    /** A configuration that is changed at one place at a time. */
    private record Pom(RawElement root) {

        Pom with(String path, String xml) {
            return new Pom(set(root, Arrays.asList(path.split("/", -1)), xml));
        }

        Pom without(String path) {
            return new Pom(remove(root, Arrays.asList(path.split("/", -1))));
        }

        /** Everything but the warnings: a parameter that only warns does nothing. */
        List<Object> read() {
            Pom complete = root.child("distribution").isEmpty() ? with("distribution/path", "a.zip") : this;
            ClusterDefinition definition = new ConfigurationReader()
                    .read(new RawInput(
                            complete.root.child("cluster"),
                            complete.root.child("edits"),
                            complete.root.child("distribution"),
                            Map.of(),
                            true,
                            false,
                            Reading.SECRETS));
            return List.of(definition.cluster(), definition.edits(), definition.distribution());
        }

        private static RawElement set(RawElement parent, List<String> path, String xml) {
            String step = path.get(0);
            String name = step.replaceAll("\\[.*", "");
            int index = step.endsWith("[2]") ? 2 : 1;
            RawElement present = nth(parent, name, index);
            RawElement child = path.size() == 1
                    ? RawElement.parse("<" + name + ">" + xml + "</" + name + ">")
                    : set(
                            present == null ? RawElement.group(name, List.of()) : present,
                            path.subList(1, path.size()),
                            xml);
            List<RawElement> children = new ArrayList<>(parent.children());
            if (present == null) {
                children.add(child);
            } else {
                children.set(children.indexOf(present), child);
            }
            return parent.withChildren(children);
        }

        private static RawElement remove(RawElement parent, List<String> path) {
            List<RawElement> children = new ArrayList<>();
            for (RawElement child : parent.children()) {
                if (!child.name().equals(path.get(0))) {
                    children.add(child);
                } else if (path.size() > 1) {
                    children.add(remove(child, path.subList(1, path.size())));
                }
            }
            return parent.withChildren(children);
        }

        private static RawElement nth(RawElement parent, String name, int index) {
            List<RawElement> found = parent.children().stream()
                    .filter(c -> c.name().equals(name))
                    .toList();
            return found.size() < index ? null : found.get(index - 1);
        }
    }
}

package io.github.eicluster.testing;

import io.github.eicluster.config.Kind;
import io.github.eicluster.config.Parameter;
import io.github.eicluster.config.Schema;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A documented parameter away from its default.
 *
 * @param path POM path of the parameter
 * @param before a configuration with the default
 * @param after the same with the documented example
 */
public record Flip(String path, Pom before, Pom after) {

    /** What the custom edits change; to be laid over the distribution. */
    public static final Map<String, String> FILES = Map.of(
            "conf/flip.xml",
            "<Server><ServerName>n</ServerName><Version/><!--<Remark>r</Remark>--></Server>",
            "conf/flip.properties",
            "before=0\n",
            "conf/flip-tasks.xml",
            "<tasks-configuration><remoteServerUsername>n</remoteServerUsername></tasks-configuration>");

    private static final String FILE = "conf/flip.xml";
    private static final Path KEYSTORE =
            Miniatures.home("6.6.0").resolve("repository/resources/security/wso2carbon.jks");

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
            entry("distribution/path", "distribution/path before.zip"),
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
            // One user with two passwords would be a mistake.
            entry(
                    "cluster/nodes/node/localDatabase/password",
                    "cluster/database/localRegistry database",
                    "cluster/nodes/node/localDatabase/username other"),
            entry("cluster/database/userDatabase/password", "cluster/database/userDatabase/username other"),
            entry("cluster/database/registryDatabase/password", "cluster/database/registryDatabase/username other"),
            entry("cluster/database/configDatabase/password", "cluster/database/configDatabase/username other"),
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
            entry("cluster/database/caCertificate", "cluster/database/tls required"),
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
            // With mode none a load balancer that we configure needs certificates of its own.
            entry("cluster/certificates/mode", "cluster/loadBalancer/type external"),
            entry(
                    "cluster/hosts/host/",
                    "cluster/hosts/host/address 10.0.0.7",
                    "cluster/hosts/host/name x.example.com"),
            entry("cluster/service/", "cluster/jvm/javaHome /jdk", "cluster/service/directory /opt/wso2"),
            entry(
                    "cluster/deploymentSync/",
                    "cluster/jvm/javaHome /jdk",
                    "cluster/service/user wso2",
                    "cluster/deploymentSync/interval 60"),
            entry("cluster/vault/mode", "cluster/vault/mode on"),
            entry("cluster/vault/startup", "cluster/vault/mode on"),
            entry("cluster/vault/padding", "cluster/vault/mode on"),
            entry("cluster/vault/passwordFile", "cluster/vault/mode on", "cluster/vault/startup file"),
            entry(
                    "cluster/vault/secrets/secret/",
                    "cluster/vault/secrets/secret/alias before",
                    "cluster/vault/secrets/secret/file conf/flip-tasks.xml",
                    "cluster/vault/secrets/secret/path /tasks-configuration/remoteServerUsername"),
            entry(
                    "cluster/vault/secrets/secret/path",
                    "cluster/vault/secrets/secret/alias before",
                    "cluster/vault/secrets/secret/file conf/etc/tasks-config.xml",
                    "cluster/vault/secrets/secret/path /tasks-configuration/remoteServerAddress"),
            entry(
                    "cluster/vault/secrets/secret/serverId",
                    "cluster/vault/secrets/secret/alias before",
                    "cluster/vault/secrets/secret/serverId ei-db"),
            entry("cluster/certificates/defaultKeys", "cluster/certificates/defaultKeys " + Miniatures.KEY),
            entry("cluster/database/driver/groupId", "cluster/database/driver/version 8.4.0"),
            entry("cluster/database/driver/artifactId", "cluster/database/driver/version 8.4.0"),
            entry("cluster/database/driver/classifier", "cluster/database/driver/version 8.4.0"),
            entry(
                    "libraries/library/artifact",
                    "libraries/library/artifact com.example:a-bundle",
                    "libraries/library/folder extensions"),
            entry(
                    "libraries/library/",
                    "libraries/library/artifact com.example:mediators",
                    "libraries/library/folder lib"),
            entry("edits/edit/", "edits/edit/file " + FILE, "edits/edit/xpath /Server/Version", "edits/edit/value 1"),
            entry(
                    "edits/edit/property",
                    "edits/edit/file conf/flip.properties",
                    "edits/edit/property before",
                    "edits/edit/value 1"),
            entry(
                    "edits/edit/serverId",
                    "edits/edit/file " + FILE,
                    "edits/edit/xpath /Server/Version",
                    "edits/edit/serverId ei-db"),
            entry(
                    "edits/edit/insert",
                    "edits/edit/file " + FILE,
                    "edits/edit/xpath /Server/Version",
                    "edits/edit/insert <z/>"),
            entry(
                    "edits/edit/uncomment",
                    "edits/edit/file " + FILE,
                    "edits/edit/xpath /Server/Remark",
                    "edits/edit/remove true"),
            entry(
                    "edits/edit/remove",
                    "edits/edit/file " + FILE,
                    "edits/edit/xpath /Server/Version",
                    "edits/edit/uncomment true"));

    /** Provided keys of the three purposes, which need mode provided and each other. */
    private static final Map<String, List<String>> BESIDE_KEYS = Stream.of("loadBalancer", "node", "internal")
            .map(purpose -> "cluster/certificates/" + purpose + "/")
            .flatMap(purpose -> Stream.concat(
                    Stream.of("certificate", "chain", "key")
                            .map(name -> entry(
                                    purpose + name,
                                    "cluster/certificates/mode provided",
                                    purpose + "certificate before.crt",
                                    purpose + "key before.key")),
                    Stream.of(
                            entry(
                                    purpose + "keystore",
                                    "cluster/certificates/mode provided",
                                    purpose + "keystore before.p12"),
                            entry(
                                    purpose + "alias",
                                    "cluster/certificates/mode provided",
                                    purpose + "keystore " + KEYSTORE,
                                    purpose + "password wso2carbon"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map.Entry<String, List<String>> entry(String path, String... beside) {
        return Map.entry(path, List.of(beside));
    }

    /** {@return a flip of every parameter that holds a value} */
    public static Stream<Flip> all() {
        return Schema.all().stream()
                .filter(p -> p.kind().isScalar() || p.kind() == Kind.ENTRIES || p.kind() == Kind.XML)
                .map(Flip::of);
    }

    private static Flip of(Parameter parameter) {
        Pom before = before(parameter);
        Pom after = before.with(parameter.path(), example(parameter));
        return new Flip(parameter.path(), before, otherActions(parameter.path(), after));
    }

    /** An edit does one thing only. */
    private static Pom otherActions(String path, Pom pom) {
        return switch (path) {
            case "edits/edit/remove" -> pom.without("edits/edit/uncomment");
            case "edits/edit/uncomment" -> pom.without("edits/edit/remove");
            default -> pom;
        };
    }

    private static String example(Parameter parameter) {
        String xml = parameter.example();
        return xml.substring(xml.indexOf('>') + 1, xml.lastIndexOf("</"));
    }

    private static Pom before(Parameter parameter) {
        Pom pom = Pom.of(CLUSTER);
        for (String change : beside(parameter.path())) {
            int blank = change.indexOf(' ');
            String first = change.substring(0, blank);
            String second = change.substring(blank + 1);
            pom = first.equals("-") ? pom.without(second) : pom.with(first, second);
        }
        return pom;
    }

    private static List<String> beside(String path) {
        if (BESIDE_KEYS.containsKey(path)) {
            return BESIDE_KEYS.get(path);
        }
        return BESIDE.keySet().stream()
                .filter(key -> key.endsWith("/") ? path.startsWith(key) : path.equals(key))
                .max(Comparator.comparingInt(String::length))
                .map(BESIDE::get)
                .orElse(List.of());
    }

    @Override
    public String toString() {
        return path;
    }
}

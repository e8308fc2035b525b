package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.home.ArchiveFiles;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.output.HtmlReport;
import io.github.eicluster.verify.output.JUnitReport;
import io.github.eicluster.verify.output.SarifReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Homes and archives damaged at random: every one is judged, or refused with a sentence. What hostile files can cost is
 * bounded by the sizes and depths that the readers allow, which the named cases try.
 */
class RandomHomesTest {

    private static final int HOMES = 900;
    private static final int ARCHIVES = 300;
    private static final long SEED = 20261125;

    private static final List<String> TARGETS = List.of(
            "conf/axis2/axis2.xml",
            "conf/carbon.xml",
            "conf/registry.xml",
            "conf/user-mgt.xml",
            "conf/datasources/master-datasources.xml",
            "conf/tomcat/catalina-server.xml",
            "conf/identity/identity.xml",
            "conf/etc/tasks-config.xml",
            "conf/synapse.properties",
            "conf/hazelcast.properties",
            "conf/security/cipher-tool.properties",
            "conf/security/cipher-text.properties",
            "conf/security/secret-conf.properties",
            "bin/integrator.sh",
            "bin/version.txt",
            "repository/resources/security/ei-tls.jks",
            "repository/resources/security/ei-internal.jks",
            "repository/resources/security/client-truststore.jks");

    private static final List<String> HOSTILE = List.of(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><Server>&b;</Server>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Server><HostName>&e;</HostName></Server>",
            "<a>".repeat(5000),
            "<a " + "b='c' ".repeat(3) + "/>",
            "",
            "\u0000\u0000\u0000",
            "<Server><HostName>" + "x".repeat(100_000) + "</HostName></Server>",
            "<Server xmlns='urn:x'>" + "<HostName>h</HostName>".repeat(2000) + "</Server>",
            "key=" + "\\\n".repeat(5000) + "value",
            "\\u12");

    /** Damages one file; the numbers come from a seeded source, so that a failure can be seen again. */
    private static final List<BiFunction<byte[], Random, byte[]>> DAMAGES = List.of(
            RandomHomesTest::truncated,
            RandomHomesTest::flipped,
            RandomHomesTest::doubled,
            (bytes, random) -> HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8),
            RandomHomesTest::otherText);

    @TempDir
    Path folder;

    private static byte[] truncated(byte[] bytes, Random random) {
        return java.util.Arrays.copyOf(bytes, bytes.length == 0 ? 0 : random.nextInt(bytes.length));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }

    private static byte[] doubled(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        byte[] copy = java.util.Arrays.copyOf(bytes, bytes.length + to - from);
        System.arraycopy(bytes, from, copy, to, bytes.length - from);
        return copy;
    }

    /** Puts a strange value in place of a text or an attribute, so that the file stays well-formed. */
    private static byte[] otherText(byte[] bytes, Random random) {
        List<String> values = List.of(
                "",
                " ",
                "-1",
                "99999999999",
                "${x}",
                "[::1]",
                "127.0.0.1",
                "a,b",
                "(((",
                "\u00e4",
                "jdbc:",
                "10.0.0.1-",
                "*");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(">([^<>\n]{1,60})</|=\"([^\"\n]{1,60})\"")
                .matcher(text);
        List<int[]> spans = new ArrayList<>();
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 2;
            spans.add(new int[] {matcher.start(group), matcher.end(group)});
        }
        if (spans.isEmpty()) {
            return bytes;
        }
        int[] span = spans.get(random.nextInt(spans.size()));
        String value = values.get(random.nextInt(values.size()));
        return (text.substring(0, span[0]) + value + text.substring(span[1])).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6.0", "6.4.0"})
    void damagedHomesAreJudgedWithoutACrash(String version) {
        Random random = new Random(SEED + version.hashCode());
        Map<String, byte[]> good = files(Sample.guide(version));
        Map<String, byte[]> newer = files(Sample.guide());
        // Homes without a damage are parsed once for all cases.
        NodeHome first = home("node1", good);
        NodeHome second = home("node2", newer);
        List<Rule> rules = Rules.all();
        for (int i = 0; i < HOMES; i++) {
            boolean both = i % 4 == 0;
            List<NodeHome> homes = List.of(
                    both || i % 2 == 0 ? damaged("node1", good, random) : first,
                    both || i % 2 == 1 ? damaged("node2", newer, random) : second);
            judge("case " + i + " of seed " + SEED + ", " + version, view(homes, random), rules, i % 50 == 0);
        }
    }

    private static NodeHome damaged(String name, Map<String, byte[]> good, Random random) {
        Map<String, byte[]> files = new TreeMap<>(good);
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
            damage(files, random);
        }
        return home(name, files);
    }

    private static NodeHome home(String name, Map<String, byte[]> files) {
        return new NodeHome(name, new MemoryFiles("/homes/" + name, files, new HashMap<>(), name.equals("node2")));
    }

    private static Map<String, byte[]> files(Sample sample) {
        Map<String, byte[]> files = new TreeMap<>();
        TARGETS.forEach(
                path -> Optional.ofNullable(sample.content("node1", path)).ifPresent(b -> files.put(path, b)));
        return files;
    }

    private static void damage(Map<String, byte[]> files, Random random) {
        String path = TARGETS.get(random.nextInt(TARGETS.size()));
        if (random.nextInt(8) == 0 || !files.containsKey(path)) {
            files.remove(path);
        } else {
            files.put(path, DAMAGES.get(random.nextInt(DAMAGES.size())).apply(files.get(path), random));
        }
    }

    private static ClusterView view(List<NodeHome> homes, Random random) {
        byte[] nginx =
                "upstream a { server 192.168.57.11:8243; }\nserver { listen 443 ssl; server_name x; location / { proxy_pass https://a; } }\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] damaged = DAMAGES.get(random.nextInt(3)).apply(nginx, random);
        String name = random.nextInt(4) == 0 ? "haproxy.cfg" : "a.conf";
        return new ClusterView(
                homes, Optional.of(BalancerView.of(Map.of(name, damaged))), Optional.empty(), Sample.NOW, false);
    }

    private static void judge(String what, ClusterView view, List<Rule> rules, boolean reports) {
        Report report = new Verifier(rules).judge(view, Policy.DEFAULT);
        assertThat(report.findings())
                .as(what)
                .noneMatch(finding -> finding.message().startsWith(Verifier.DEFECT));
        if (reports) {
            assertThat(new HtmlReport(report, "x").page()).as(what).endsWith("</html>\n");
            assertThat(new SarifReport(report, "1").bytes()).as(what).isNotEmpty();
            assertThat(new JUnitReport(report).bytes()).as(what).isNotEmpty();
        }
    }

    @Test
    void damagedArchivesAreJudgedOrRefusedWithASentence() throws IOException {
        Random random = new Random(SEED);
        byte[] good = Files.readAllBytes(Miniatures.archive("6.6.0"));
        int judged = 0;
        for (int i = 0; i < ARCHIVES; i++) {
            Path archive = folder.resolve("node.zip");
            byte[] damaged =
                    i % 3 == 0 ? truncated(good, random) : i % 3 == 1 ? flipped(good, random) : directory(good, random);
            Files.write(archive, damaged);
            try (ArchiveFiles files = ArchiveFiles.open(archive)) {
                ClusterView view = new ClusterView(
                        List.of(new NodeHome("node", files)), Optional.empty(), Optional.empty(), Sample.NOW, false);
                judge("archive " + i + " of seed " + SEED, view, Rules.all(), false);
                judged++;
            } catch (ClusterException e) {
                assertThat(e).isNotInstanceOf(EditException.class);
                assertThat(e.getMessage()).contains("node.zip").endsWith(".");
            }
        }
        assertThat(judged).isPositive().isLessThan(ARCHIVES);
    }

    /** Hits sizes, names and offsets of the central directory, which is at the end. */
    private static byte[] directory(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        int length = Math.min(6000, copy.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[copy.length - 1 - random.nextInt(length)] = (byte) random.nextInt();
        }
        return copy;
    }

    @Test
    void aHostileFileIsNeverRightAndCostsNothing() {
        for (String hostile : HOSTILE) {
            Sample sample = Sample.guide().put("node2", Cases.CARBON, hostile);

            assertThat(sample.judge().findings())
                    .as(hostile.substring(0, Math.min(60, hostile.length())))
                    .anyMatch(finding -> finding.place().node().equals("node2"))
                    .noneMatch(finding -> finding.message().contains("root:"));
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        byte[] large = new byte[(4 << 20) + 1];
        NodeHome home = new NodeHome("node", new MemoryFiles("/h", Map.of("conf/carbon.xml", large), Map.of(), false));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> home.xml("conf/carbon.xml")))
                .hasMessageContaining("too large");
        assertThat(home.bytesRead()).isZero();
    }
}

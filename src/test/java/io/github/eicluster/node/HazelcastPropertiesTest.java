package io.github.eicluster.node;

import static io.github.eicluster.node.TestClusters.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.product.Layout;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HazelcastPropertiesTest {

    @ParameterizedTest
    @CsvSource({"6.0.0, log4j", "6.5.0, log4j", "6.6.0, log4j2"})
    void aMissingFileIsMadeWithTheDefaultsOfTheVersion(String version, String logging) {
        Applied applied = Applied.on(new HazelcastProperties(), MapHome.mini(), TestClusters.guide(), 0, version);

        assertThat(properties(applied))
                .containsOnly(
                        Map.entry("hazelcast.shutdownhook.enabled", "false"),
                        Map.entry("hazelcast.max.no.heartbeat.seconds", "60"),
                        Map.entry("hazelcast.logging.type", logging));
        assertThat(applied.text(Layout.HAZELCAST_PROPERTIES)).startsWith("# ").doesNotContain("\n\n");
    }

    @Test
    void entriesOfTheBaseWinOverDefaultsAndDeclaredOnesOverBoth() {
        MapHome base = MapHome.mini()
                .text(
                        Layout.HAZELCAST_PROPERTIES,
                        "# ours\nhazelcast.max.no.heartbeat.seconds=30\nhazelcast.phone.home.enabled = true\n");
        TestClusters cluster = TestClusters.guide();
        cluster.hazelcast = Map.of("hazelcast.phone.home.enabled", "false", "hazelcast.logging.type", "slf4j");

        Applied applied = Applied.first(new HazelcastProperties(), base, cluster);

        assertThat(properties(applied))
                .containsOnly(
                        Map.entry("hazelcast.max.no.heartbeat.seconds", "30"),
                        Map.entry("hazelcast.phone.home.enabled", "false"),
                        Map.entry("hazelcast.shutdownhook.enabled", "false"),
                        Map.entry("hazelcast.logging.type", "slf4j"));
        assertThat(applied.text(Layout.HAZELCAST_PROPERTIES)).startsWith("# ours\n");
    }

    @Test
    void ipv6MembersSwitchThePreferenceForIpv4Off() {
        MapHome base = MapHome.mini().text(Layout.HAZELCAST_PROPERTIES, "hazelcast.prefer.ipv4.stack=true\n");
        TestClusters cluster = TestClusters.of(node("a", "10.0.0.1"), node("b", "2001:db8::2"));

        assertThat(properties(Applied.first(new HazelcastProperties(), base, cluster)))
                .containsEntry("hazelcast.prefer.ipv4.stack", "false");
        assertThat(properties(Applied.first(new HazelcastProperties(), MapHome.mini(), TestClusters.guide())))
                .doesNotContainKey("hazelcast.prefer.ipv4.stack");
    }

    @Test
    void aSecondRunChangesNothing() {
        MapHome base = MapHome.mini();
        Applied once = Applied.first(new HazelcastProperties(), base, TestClusters.guide());

        assertThat(once.files().changed()).containsOnlyKeys(Layout.HAZELCAST_PROPERTIES);
        MapHome again = base.with(once.files().changed());
        assertThat(Applied.first(new HazelcastProperties(), again, TestClusters.guide())
                        .files()
                        .changed())
                .isEmpty();
    }

    private static Map<Object, Object> properties(Applied applied) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(applied.text(Layout.HAZELCAST_PROPERTIES)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}

package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Logs in the words of Hazelcast 3.5.4 and 3.12.13 and of the clustering agent. */
class NodeLogTest {

    @Test
    void membersOfHazelcast35AreRead() {
        NodeLog log = log("""
                [2026-11-25 19:00:00,123] [EI-Core]  INFO - ClusterService [10.0.0.1]:4100 [d] [3.5.4]

                Members [2] {
                \tMember [10.0.0.1]:4100 this
                \tMember [10.0.0.2]:4101
                }

                Member [10.0.0.9]:4109 is no line of the list""");

        assertThat(log.members()).containsExactly("10.0.0.1:4100", "10.0.0.2:4101");
        assertThat(log.ownPort()).hasValue(4100);
        assertThat(log.listSeen()).isTrue();
    }

    @Test
    void membersOfHazelcast312AreReadAndALaterListReplacesTheFirst() {
        NodeLog log = log("""
                Members {size:2, ver:2} [
                \tMember [10.0.0.1]:4100 - 0b5d5f5e-2f6d-4d0e-9d3c-1f2a3b4c5d6e
                \tMember [fd00:0:0:0:0:0:0:2]:4101 - 1b5d5f5e-2f6d-4d0e-9d3c-1f2a3b4c5d6e this
                ]
                Members {size:1, ver:3} [
                \tMember [fd00:0:0:0:0:0:0:2]:4101 - 1b5d5f5e-2f6d-4d0e-9d3c-1f2a3b4c5d6e this
                ]""");

        assertThat(log.members()).containsExactly("fd00:0:0:0:0:0:0:2:4101");
        assertThat(log.ownPort()).hasValue(4101);
        assertThat(log.memberPorts()).containsExactly(4101);
    }

    @Test
    void whoJoinsAndLeavesIsKnownWithoutAList() {
        NodeLog log = log("""
                HazelcastClusteringAgent Local member: [u] - Host:10.0.0.1, Remote Host:null, Port: 4100, HTTP:8280
                WKABasedMembershipScheme Member joined [u2]: /10.0.0.2:4100
                WKABasedMembershipScheme Member joined [u3]: node3/10.0.0.3:4100
                WKABasedMembershipScheme Member left [u2]: /10.0.0.2:4100""");

        assertThat(log.members()).containsExactly("10.0.0.1:4100", "10.0.0.3:4100");
        assertThat(log.listSeen()).isFalse();
    }

    @Test
    void aMemberThatComesBackHasNotLeft() {
        NodeLog log = log("Member left [u2]: /10.0.0.2:4102");
        assertThat(log.hasLeft(4102)).isTrue();
        assertThat(log.hasLeft(4101)).isFalse();

        log.take("Member joined [u4]: /10.0.0.2:4102");

        assertThat(log.hasLeft(4102)).isFalse();
    }

    private static NodeLog log(String text) {
        NodeLog log = new NodeLog();
        text.lines().forEach(log::take);
        return log;
    }
}

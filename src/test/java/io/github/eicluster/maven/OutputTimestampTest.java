package io.github.eicluster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTimestampTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "x", "-"})
    void noneGivesTheConstantThatMaven4HasToo(String text) {
        assertThat(OutputTimestamp.parse(text)).isEqualTo(Instant.parse("1980-02-01T00:00:00Z"));
    }

    @Test
    void isoTimesAreReadWithTheirOffsetAndCutToSeconds() {
        assertThat(OutputTimestamp.parse("2026-01-31T12:00:00.5+01:00"))
                .isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
    }

    @Test
    void secondsSince1970AreRead() {
        assertThat(OutputTimestamp.parse("1700000000")).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void timesThatNoZipEntryCanCarryAreRefused() {
        assertThatThrownBy(() -> OutputTimestamp.parse("1979-12-31T00:00:00Z"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("project.build.outputTimestamp: '1979-12-31T00:00:00Z' is not between 1980-01-02T00:00:00Z"
                        + " and 2107-12-30T00:00:00Z, the range of zip archives.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-01-31", "99999999999999999999"})
    void anythingElseIsRefusedWithTheForm(String text) {
        assertThatThrownBy(() -> OutputTimestamp.parse(text))
                .isInstanceOf(ClusterException.class)
                .hasMessage("project.build.outputTimestamp: '" + text
                        + "' is no date. Give ISO 8601 such as 2026-01-31T12:00:00Z, or seconds since 1970.");
    }
}

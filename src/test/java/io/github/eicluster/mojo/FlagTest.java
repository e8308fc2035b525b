package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import org.junit.jupiter.api.Test;

class FlagTest {

    @Test
    void trueAndFalseAreRead() {
        assertThat(Flag.of("skip", "true")).isTrue();
        assertThat(Flag.of("skip", "false")).isFalse();
        assertThat(Flag.of("skip", null)).isFalse();
        assertThat(Flag.of("skip", "")).isTrue();
    }

    @Test
    void anyOtherWordIsAMistakeAndNotFalse() {
        assertThatThrownBy(() -> Flag.of("attach", "yes"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("attach: 'yes' is neither true nor false. Write one of the two.");
    }
}

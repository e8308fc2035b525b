package io.github.eicluster.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

    @ParameterizedTest
    @CsvSource({
        "${carbon.home}/a/b.jks, a/b.jks",
        "${carbon.home}/./a/../b.jks, b.jks",
        "a/b.jks, a/b.jks",
        "./a//b.jks, a/b.jks",
        "' a\\b.jks ', a/b.jks"
    })
    void pathsBelowTheHome(String location, String path) {
        assertThat(StoreLocation.below(location)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/a.jks",
                "C:\\a.jks",
                "\\\\host\\a.jks",
                "${other}/a.jks",
                "${carbon.home}/${b}",
                "../a.jks",
                "a/../../b.jks",
                ".",
                ""
            })
    void placesOutsideTheHomeHaveNoPath(String location) {
        assertThat(StoreLocation.below(location)).isEqualTo(Optional.empty());
    }

    @Test
    void theWayOfWritingIsKept() {
        StorePlace carbon = StorePlaces.all().get(0);
        assertThat(StoreLocation.renamed(carbon, "${carbon.home}/a.jks", "b/c.jks"))
                .isEqualTo("${carbon.home}/b/c.jks");
        assertThat(StoreLocation.renamed(carbon, "./a.jks", "b/c.jks")).isEqualTo("b/c.jks");
        assertThat(StoreLocation.renamed(carbon, "./b/c.jks", "b/c.jks")).isEqualTo("./b/c.jks");
        assertThat(StoreLocation.renamed(carbon, "/etc/a.jks", "b/c.jks")).isEqualTo("${carbon.home}/b/c.jks");
    }
}

package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.StockHomes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The key stores of real distributions: their keys are known as the vendor's, their trust stores keep all they have. */
class PlannedStockTest {

    @TempDir
    Path temporary;

    static List<Path> homes() {
        return StockHomes.all();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void theVendorsKeyIsReplacedEverywhere(Path home) {
        Builds builds = Builds.second(temporary).base(id -> BaseStores.of(id, home));
        builds.wanted.defaultKeys = Set.of();
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.keystores().get("node1").swaps()).hasSize(7);
        StoreFile before =
                StoreFile.open(BaseStores.of("node1", home).build().files().get(BaseStores.TRUST), BaseStores.PASSWORD);
        StoreFile after = StoreFile.open(plan.nodeFiles().get("node1").get(BaseStores.TRUST), BaseStores.PASSWORD);
        assertThat(after.trusted()).containsAllEntriesOf(before.trusted()).containsKey("lb-ei.wso2.com");
    }
}

package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.DatabaseType;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN 7, 17: new keys are never made in silence where data may be encrypted with others. */
class PlannedGuardsTest {

    private static final String ANOTHER = "AA:BB:CC";

    @TempDir
    Path temporary;

    @Test
    void anExternalDatabaseAndANewStoreAreAWarningWithThePath() {
        Builds builds = Builds.fresh(temporary);
        builds.database = DatabaseType.MYSQL;
        CertificatePlan plan = builds.build();
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .startsWith("cluster/certificates/store: ")
                .contains(builds.folder().toString());
        assertThat(builds.build().problems()).isEmpty();
    }

    @Test
    void underProductionItIsAnErrorUnlessTheStoreIsNamed() {
        Builds builds = Builds.fresh(temporary);
        builds.database = DatabaseType.POSTGRESQL;
        builds.production = true;
        assertThat(Builds.errors(builds.build()))
                .singleElement()
                .asString()
                .startsWith("cluster/certificates/store: ")
                .contains(builds.folder().toString());
        assertThat(builds.keyNames()).isEmpty();
        builds.wanted.store = Optional.of(builds.folder().toString());
        assertThat(Builds.errors(builds.build())).isEmpty();
        assertThat(builds.keyNames()).hasSize(4);
    }

    @Test
    void underProductionItIsNoErrorIfANewKeyIsAskedFor() {
        Builds builds = Builds.fresh(temporary).replacing(Renewal.Key.INTERNAL);
        builds.database = DatabaseType.ORACLE;
        builds.production = true;
        assertThat(Builds.errors(builds.build())).isEmpty();
        assertThat(builds.keyNames()).contains("internal.pem");
    }

    @Test
    void theDatabaseOfTheNodesItselfNeedsNoWarning() {
        Builds builds = Builds.fresh(temporary);
        builds.production = true;
        assertThat(builds.build().problems()).isEmpty();
    }

    @Test
    void aDeclaredFingerprintThatIsRightIsSilent() {
        Builds builds = Builds.second(temporary);
        builds.wanted.internalKeyFingerprint =
                Optional.of(Fingerprints.of(builds.key("internal").certificate().getPublicKey()));
        assertThat(builds.build().problems()).isEmpty();
    }

    @Test
    void aDeclaredFingerprintAndAnotherKeyAreAnError() {
        Builds builds = Builds.second(temporary);
        String is = Fingerprints.of(builds.key("internal").certificate().getPublicKey());
        builds.wanted.internalKeyFingerprint = Optional.of(ANOTHER);
        CertificatePlan plan = builds.later(800).build();
        assertThat(Builds.errors(plan))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .startsWith("cluster/certificates/internalKeyFingerprint: ")
                        .contains(ANOTHER, is, builds.folder().toString()));
        // Nothing was issued anew, although the TLS certificates have ended.
        assertThat(PlanTexts.end(builds.key("node").certificate())).isEqualTo("2028-11-23");
    }

    @Test
    void aDeclaredFingerprintAndAStoreWithoutKeyAreAnError() {
        Builds builds = Builds.fresh(temporary);
        builds.wanted.internalKeyFingerprint = Optional.of(ANOTHER);
        assertThat(Builds.errors(builds.build()))
                .singleElement()
                .asString()
                .contains(ANOTHER, builds.folder().toString(), "has none");
        assertThat(builds.keyNames()).isEmpty();
    }

    @Test
    void aDeclaredFingerprintAndARequestForANewKeyAreAnError() {
        Builds builds = Builds.second(temporary).replacing(Renewal.Key.INTERNAL);
        builds.wanted.internalKeyFingerprint =
                Optional.of(Fingerprints.of(builds.key("internal").certificate().getPublicKey()));
        assertThat(Builds.errors(builds.build()))
                .singleElement()
                .asString()
                .contains("-Dei-cluster.certs.newKey=internal");
        assertThat(builds.keyNames()).hasSize(4);
    }

    @Test
    void aDeclaredFingerprintIsComparedWithAKeyThatStays() {
        KeyEntry own = Builds.own(Builds.PAIR, 400);
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own("own.jks", own, Builds.secret("own-password"), BaseStores.INTERNAL_PLACES));
        builds.wanted.internalKeyFingerprint = Optional.of(Fingerprints.of(Builds.PAIR.getPublic()));
        assertThat(builds.build().problems()).isEmpty();
        builds.wanted.internalKeyFingerprint = Optional.of(ANOTHER);
        assertThat(Builds.errors(builds.build()))
                .isNotEmpty()
                .allMatch(text -> text.contains("conf/carbon.xml line 10"));
    }
}

package io.github.eicluster.library;

import static io.github.eicluster.testing.TestArtifacts.coordinates;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.FileHome;
import io.github.eicluster.testing.TestArchives;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryPlannerTest extends LibraryCase {

    @ParameterizedTest
    @CsvSource({
        "com.example:mediators:1.0, lib/mediators-1.0.jar",
        "com.example:shop:car:1.0, repository/deployment/server/carbonapps/shop-1.0.car",
        "com.example:shop:aar:1.0, repository/deployment/server/axis2services/shop.aar",
        "com.example:shop:war:1.0, repository/deployment/server/webapps/shop.war",
        "com.example:shop:dbs:1.0, repository/deployment/server/dataservices/shop.dbs"
    })
    void eachTypeHasItsPlaceOnEveryNode(String artifact, String path) {
        maven.dependency(coordinates(artifact), TestArchives.car("Shop", "1.0"));

        LibraryPlan plan = plan();

        assertThat(all(plan)).isEmpty();
        assertThat(plan.of("node1").files()).containsOnlyKeys(path);
        assertThat(plan.of("node2").files()).isEqualTo(plan.of("node1").files());
        assertThat(plan.of("node1").origins())
                .containsEntry(path, coordinates(artifact).text());
    }

    @Test
    void aTypeWithoutAPlaceIsSaidAndLeftOut() {
        maven.dependency(coordinates("com.example:connector:zip:1.0"), TestArchives.jar());

        assertThat(all(plan())).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.text())
                    .startsWith("dependencies: 'com.example:connector:zip:1.0' is not packed: the type zip has no usual"
                            + " place.");
        });
        pom = pom.with("libraries/library/artifact", "com.example:*:zip")
                .with("libraries/library/folder", "repository/deployment/server/synapse-libs/");

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files())
                .containsOnlyKeys("repository/deployment/server/synapse-libs/connector-1.0.zip");
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        maven.dependency(
                        coordinates("com.example:a-bundle:1.0"),
                        TestArchives.jar().asBundle("a"))
                .dependency(
                        coordinates("com.example:b-bundle:1.0"),
                        TestArchives.jar().asBundle("b"))
                .dependency(coordinates("com.example:c:1.0"), TestArchives.jar());
        pom = pom.with("libraries/library/artifact", "com.example:b-*")
                .with("libraries/library/folder", "extensions")
                .with("libraries/library/nodes", "node2")
                .with("libraries/dropins", "com.example:*-bundle");

        LibraryPlan plan = plan();

        assertThat(all(plan)).isEmpty();
        assertThat(plan.of("node1").files()).containsOnlyKeys("dropins/a-bundle-1.0.jar", "lib/c-1.0.jar");
        assertThat(plan.of("node2").files())
                .containsOnlyKeys("dropins/a-bundle-1.0.jar", "extensions/b-bundle-1.0.jar", "lib/c-1.0.jar");
    }

    @Test
    void aPatternThatFitsNothingIsSaid() {
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());
        pom = pom.with("libraries/dropins/dropin", "com.exmaple:*");

        assertThat(warnings())
                .containsExactly(
                        "libraries/dropins/dropin[1]: 'com.exmaple:*' fits no dependency of the scopes compile and"
                                + " runtime (com.example:a). Correct it, add the dependency, or remove it.");
    }

    @Test
    void aRuleBehindAnotherThatTakesEverythingIsSaid() {
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());
        pom = pom.with("libraries/library/artifact", "*:*")
                .with("libraries/library/folder", "lib")
                .with("libraries/dropins/dropin", "com.example:a");

        assertThat(warnings()).singleElement().asString().contains("'com.example:a' changes nothing");
    }

    @Test
    void dependenciesOfDependenciesStayOutUnlessAskedFor() {
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar())
                .transitive(coordinates("com.example:b:1.0"), TestArchives.jar());

        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/a-1.0.jar");
        pom = pom.with("libraries/transitive", "true");
        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/a-1.0.jar", "lib/b-1.0.jar");
    }

    @Test
    void onlyBundlesGoToDropins() {
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());
        pom = pom.with("libraries/dropins", "com.example:a");

        assertThat(errors())
                .containsExactly("dependencies: 'com.example:a:jar:1.0' is to go to dropins, but is no OSGi bundle: its"
                        + " manifest has no Bundle-SymbolicName, and the server would leave it out. Put it into lib.");
    }

    @Test
    void anOlderCopyInTheDistributionGivesWay() {
        base.put("lib/a-0.9.jar", TestArchives.jar().withPom("com.example", "a", "0.9"))
                .put("lib/renamed.jar", TestArchives.jar().withPom("com.example", "a", "0.8"))
                .put("dropins/a_0.7.0.jar", TestArchives.jar())
                .put("lib/a-client-0.9.jar", TestArchives.jar())
                .put("lib/a-0.9-api-1.0.jar", TestArchives.jar())
                .put("lib/a-0.5.jar", TestArchives.jar().withPom("org.other", "a", "0.5"))
                .put("lib/a-0.9-linux.jar", TestArchives.jar().withPom("com.example", "a", "0.9"))
                .put("extensions/a-0.9.jar.txt", TestArchives.jar());
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());

        LibraryPlan plan = plan();

        assertThat(all(plan)).isEmpty();
        assertThat(plan.of("node2").removed())
                .isEqualTo(Map.of(
                        "lib/a-0.9.jar", "lib/a-1.0.jar",
                        "lib/renamed.jar", "lib/a-1.0.jar",
                        "dropins/a_0.7.0.jar", "lib/a-1.0.jar"));
    }

    @Test
    void theSameVersionInTheDistributionIsReplacedNotRemoved() {
        base.put("lib/a-1.0.jar", TestArchives.jar().withPom("com.example", "a", "1.0"));
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());

        assertThat(plan().of("node1").removed()).isEmpty();
        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/a-1.0.jar");
    }

    @Test
    void onlyTheNodesThatGetAnArtifactLoseTheOlderCopy() {
        base.put("lib/a-0.9.jar", TestArchives.jar());
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());
        pom = pom.with("libraries/library/artifact", "com.example:a").with("libraries/library/nodes", "node1");

        assertThat(plan().of("node1").removed()).containsOnlyKeys("lib/a-0.9.jar");
        assertThat(plan().of("node2").removed()).isEmpty();
    }

    @Test
    void aJarOfAnOverlayReplacesOlderCopiesToo() {
        base.put("lib/a-0.9.jar", TestArchives.jar());
        overlay.put(
                "lib/a-1.0.jar",
                TestArchives.jar().withPom("com.example", "a", "1.0").write(folder.resolve("a.jar")));

        assertThat(plan().of("node1").removed()).isEqualTo(Map.of("lib/a-0.9.jar", "lib/a-1.0.jar"));
    }

    @Test
    void overlayAndDependencyMustNotBringTheSame() {
        Path jar = TestArchives.jar().withPom("com.example", "a", "1.1").write(folder.resolve("a.jar"));
        overlay.put("lib/a-1.0.jar", jar);
        overlay.put("dropins/a-1.1.jar", jar);
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar());

        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:a:jar:1.0' becomes lib/a-1.0.jar, which an overlay brings too ("
                                + jar + "). Remove one of them.");
        overlay.remove("lib/a-1.0.jar");
        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:a:jar:1.0' is a copy of dropins/a-1.1.jar, which an overlay"
                                + " brings (" + jar + "). Remove one of them.");
    }

    @Test
    void twoArtifactsOfOnePlaceAreAMistake() {
        maven.dependency(coordinates("com.example:a:1.0"), TestArchives.jar())
                .dependency(coordinates("org.example:a:1.0"), TestArchives.jar());

        assertThat(errors())
                .containsExactly("dependencies: 'org.example:a:jar:1.0' and 'com.example:a:jar:1.0' both become"
                        + " lib/a-1.0.jar. Keep one of them, or give one another folder in libraries.");
    }

    @Test
    void whatIsMissingIsListedWithEverythingElse() {
        maven.dependency(FoundArtifact.missing(coordinates("com.example:a:1.0"), "it is nowhere"))
                .dependency(FoundArtifact.missing(coordinates("com.example:b:1.0"), "it is nowhere"));

        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:a:jar:1.0' cannot be resolved (it is nowhere). Install or deploy it to"
                                + " a repository that this build uses, or correct it.",
                        "dependencies: 'com.example:b:jar:1.0' cannot be resolved (it is nowhere). Install or deploy it to"
                                + " a repository that this build uses, or correct it.");
    }

    @Test
    void aModuleThatIsNotPackagedFailsOnlyWhatPacks() {
        maven.dependency(FoundArtifact.unpackaged(coordinates("com.example:a:1.0")));

        assertThat(errors())
                .containsExactly(
                        "dependencies: 'com.example:a:jar:1.0' is a module of this build that is not packaged yet."
                                + " Run mvn package.");
        packs = false;
        assertThat(errors()).isEmpty();
        assertThat(warnings())
                .containsExactly(
                        "dependencies: 'com.example:a:jar:1.0' is a module of this build that is not packaged yet:"
                                + " it is left out here, and mvn package packs it.");
    }

    @Test
    void aFileThatIsNoArchiveIsAMistake() {
        Path text = new FileHome(folder.resolve("text")).text("a.jar", "<html>login</html>");
        maven.dependency(FoundArtifact.at(coordinates("com.example:a:1.0"), text))
                .dependency(FoundArtifact.at(coordinates("com.example:shop:car:1.0"), text));

        assertThat(errors())
                .containsExactlyInAnyOrder(
                        "dependencies: 'com.example:a:jar:1.0' is no zip archive (" + text
                                + "). Delete the file, so that" + " Maven fetches or builds it again.",
                        "dependencies: 'com.example:shop:car:1.0' is no Carbon application: it is not a zip archive with an"
                                + " artifacts.xml that names one, and the server would not deploy it. Build it again.");
    }
}

package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.ArtifactPattern;
import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.DriverSource;
import io.github.eicluster.model.Libraries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibrariesReaderTest {

    private static final String NODES = "<nodes><node>10.0.0.1</node><node>10.0.0.2</node></nodes>";

    @Test
    void withoutTheElementEverythingIsAsUsual() {
        assertThat(reading("").read().libraries()).isEqualTo(Libraries.USUAL);
    }

    @Test
    void librariesComeBeforeDropins() {
        Libraries libraries = reading("").libraries("""
                <dropins>com.example:*-bundle, org.example:tracing</dropins>
                <transitive>true</transitive>
                <library>
                  <artifact>com.example:a:zip</artifact><folder>repository/synapse-libs/</folder><nodes>node1, node2</nodes>
                </library>
                <library><artifact>com.example:b</artifact><nodes><node>node2</node></nodes></library>
                """).read().libraries();

        assertThat(libraries)
                .isEqualTo(new Libraries(
                        List.of(
                                rule(
                                        "libraries/library[1]",
                                        "com.example:a:zip",
                                        "repository/synapse-libs",
                                        "node1",
                                        "node2"),
                                new Libraries.Rule(
                                        "libraries/library[2]",
                                        new ArtifactPattern("com.example:b"),
                                        Optional.empty(),
                                        Set.of("node2")),
                                rule("libraries/dropins", "com.example:*-bundle", "dropins"),
                                rule("libraries/dropins", "org.example:tracing", "dropins")),
                        true));
    }

    @Test
    void mistakesAreListedInTheOrderOfThePom() {
        assertThat(reading("").libraries("""
                        <library><artifact>mediators</artifact><folder>lib</folder></library>
                        <library><folder>../lib</folder></library>
                        <library><artifact>com.example:a</artifact><nodes>node3</nodes></library>
                        <library><artifact>com.example:b</artifact></library>
                        <dropins><dropin>a:b:c:d:e</dropin></dropins>
                        <dropins>com.example:c</dropins>
                        <jar>x</jar>
                        """).mistakes())
                .containsExactly(
                        "libraries/library[1]/artifact: 'mediators' is no pattern of artifacts. Write groupId:artifactId, with"
                                + " * for any characters, and :type and :classifier behind it if they matter.",
                        "libraries/library[2]/artifact: is missing. Give a pattern of dependencies, such as"
                                + " com.example:mediators.",
                        "libraries/library[2]/folder: '../lib' is no folder below the home. Give a relative path with forward"
                                + " slashes and without dots.",
                        "libraries/library[3]/nodes: 'node3' is no node. Did you mean 'node1'?",
                        "libraries/library[4]: changes nothing. Add folder or nodes, or remove it.",
                        "libraries/dropins: is given more than once. Keep one.",
                        "libraries/dropins/dropin[1]: 'a:b:c:d:e' is no pattern of artifacts. Write groupId:artifactId, with"
                                + " * for any characters, and :type and :classifier behind it if they matter.",
                        "libraries/jar: no such element. Known here: library, dropins, transitive.");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example:a, com.example, a, jar, , true",
        "com.example:*, com.example, a, jar, x, true",
        "*:a, org.other, a, jar, , true",
        "com.*:a-*, com.example, a-b, jar, , true",
        "com.example:a, com.example, ab, jar, , false",
        "com.example:a, comXexample, a, jar, , false",
        "com.example:a:car, com.example, a, jar, , false",
        "com.example:a:*:linux, com.example, a, jar, linux, true",
        "com.example:a:*:linux, com.example, a, jar, , false"
    })
    void aPatternFitsPartByPart(
            String pattern, String group, String artifact, String type, String classifier, boolean fits) {
        assertThat(new ArtifactPattern(pattern)
                        .matches(new Coordinates(group, artifact, "1", type, Optional.ofNullable(classifier))))
                .isEqualTo(fits);
    }

    @Test
    void theUsualDriverIsThatOfTheEngine() {
        assertThat(driver("mysql", ""))
                .isEqualTo(new DriverSource(
                        DriverSource.Origin.DEFAULT,
                        Optional.of(coordinates("com.mysql", "mysql-connector-j", "8.4.0")),
                        Set.of("com.mysql.cj.jdbc.Driver", "com.mysql.jdbc.Driver")));
        assertThat(driver("mysql", "<version>5.7</version>").artifact())
                .contains(coordinates("mysql", "mysql-connector-java", "5.1.49"));
        assertThat(driver("db2", "").origin()).isEqualTo(DriverSource.Origin.NONE);
    }

    @Test
    void aDriverIsCoordinatesOrPartsOfThem() {
        assertThat(driver("mysql", "<driver>none</driver>").origin()).isEqualTo(DriverSource.Origin.NONE);
        assertThat(driver("mysql", "<driver>com.example:d:all:1.0</driver>").artifact())
                .contains(new Coordinates("com.example", "d", "1.0", "jar", Optional.of("all")));
        assertThat(driver("mysql", "<driver><version>8.0.33</version></driver>").artifact())
                .contains(coordinates("com.mysql", "mysql-connector-j", "8.0.33"));
    }

    @Test
    void mistakesOfADriverAreNamed() {
        assertThat(reading(database("mysql", "<driver>mysql-connector-j</driver>"))
                        .mistakes())
                .containsExactly("cluster/database/driver: 'mysql-connector-j' is no artifact. Write"
                        + " groupId:artifactId:version, or none if the driver is in a dependency, an overlay or the"
                        + " distribution.");
        assertThat(reading(database("db2", "<driver><version>11</version></driver>"))
                        .mistakes())
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
                .containsExactly("cluster/database/driver/groupId", "cluster/database/driver/artifactId");
        assertThat(reading("<database><type>h2</type><driver>none</driver></database>"
                                + "<hostName>localhost</hostName>")
                        .mistakes())
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
                .contains("cluster/database/driver");
        assertThat(reading(database("mysql", "<driver><coordinates>a:b:1</coordinates><version>2</version></driver>"))
                        .mistakes())
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
                .containsExactly("cluster/database/driver/version");
    }

    private static Libraries.Rule rule(String where, String pattern, String folder, String... nodes) {
        return new Libraries.Rule(where, new ArtifactPattern(pattern), Optional.of(folder), Set.of(nodes));
    }

    private static Coordinates coordinates(String groupId, String artifactId, String version) {
        return new Coordinates(groupId, artifactId, version, "jar", Optional.empty());
    }

    private static DriverSource driver(String type, String more) {
        return reading(database(type, more)).read().cluster().databases().driver();
    }

    private static String database(String type, String more) {
        return "<database><type>" + type + "</type><host>db.example.com</host><serverId>ei-db</serverId>" + more
                + "</database>";
    }

    private static Reading reading(String more) {
        String database = more.contains("<database>") ? more : database("mysql", "") + more;
        return Reading.cluster("<hostName>ei.example.com</hostName>" + NODES + database);
    }
}

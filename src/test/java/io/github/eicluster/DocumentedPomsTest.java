package io.github.eicluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A POM that a page shows is one that an integration test builds. */
class DocumentedPomsTest {

    private static final Pattern POM = Pattern.compile("(?s)<project .*?</project>");

    @ParameterizedTest
    @CsvSource({
        "README.md, guide-two-nodes",
        "src/site/markdown/usage.md, guide-two-nodes",
        "src/site/markdown/configure-goal.md, configure-in-pom-project",
        "src/site/markdown/package-goal.md, guide-two-nodes",
        "src/site/markdown/certs-goal.md, certs-provided-balancer",
        "src/site/markdown/databases-goal.md, databases-mysql",
        "src/site/markdown/init-databases-goal.md, init-databases-h2",
        "src/site/markdown/services.md, service-systemd",
        "src/site/markdown/vault.md, vault-on",
        "src/site/markdown/diff-goal.md, diff-goal",
        "src/site/markdown/verify-goal.md, verify-guide",
        "src/site/markdown/start-goal.md, start-two-nodes",
        "src/site/markdown/restart-goal.md, start-three-nodes",
        "src/site/markdown/smoke-test-goal.md, smoke-test",
        "src/site/markdown/help-goal.md, help-detail",
        "src/site/markdown/libraries.md, libraries-car-dropins"
    })
    void thePomOfAPageIsTheOneOfItsCase(String page, String name) throws IOException {
        assertThat(pom(Path.of(page))).isEqualTo(pom(Path.of("src/it", name, "pom.xml")));
    }

    /** The lines of the POM without indentation; what a page has to call otherwise has one name. */
    private static List<String> pom(Path file) throws IOException {
        Matcher pom = POM.matcher(Files.readString(file));
        assertThat(pom.find()).as("a POM in " + file).isTrue();
        return pom.group()
                .replaceFirst("<groupId>.*</groupId>", "<groupId/>")
                .replaceFirst("<artifactId>.*</artifactId>", "<artifactId/>")
                .replaceAll("<version>(@project.version@|[0-9.]+-SNAPSHOT)</version>", "<version/>")
                .replaceFirst("@miniature.directory@/(?:runnable/)?", "\\${user.home}/packs/")
                .lines()
                .map(String::strip)
                .toList();
    }
}

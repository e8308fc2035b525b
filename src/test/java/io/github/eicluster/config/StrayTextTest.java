package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrayTextTest {

    @Test
    void textBesideChildElementsIsReportedWithPathAndLine() {
        List<Problem> problems = find("""
                <plugin>
                  <configuration>
                    <cluster>
                      <nodes> 10.0.0.9
                        <node>10.0.0.1</node>
                      </nodes>
                    </cluster>
                  </configuration>
                  <artifactId>ours</artifactId>
                </plugin>
                """);

        assertThat(problems)
                .singleElement()
                .extracting(Problem::text)
                .isEqualTo("cluster/nodes: '10.0.0.9' (POM line 5) stands beside child elements, where Maven drops it. "
                        + "Put it into the element that it belongs to, or remove it.");
    }

    @Test
    void configurationOfExecutionsIsLookedAtToo() {
        assertThat(find("""
                <plugin><artifactId>ours</artifactId><executions><execution>
                <configuration><cluster>x<domain>d</domain></cluster></configuration>
                </execution></executions></plugin>
                """)).singleElement().extracting(Problem::where).isEqualTo("cluster");
    }

    @Test
    void otherPluginsAndCommentsAndWhiteSpaceAreNot() {
        assertThat(find("""
                <plugin><artifactId>theirs</artifactId><configuration><a>x<b/></a></configuration></plugin>
                <plugin><artifactId>ours</artifactId><configuration><a> <!-- x --> <b>y</b> </a></configuration></plugin>
                """)).isEmpty();
    }

    @Test
    void brokenPomIsLeftToMaven() {
        assertThat(StrayText.find(new ByteArrayInputStream("<project>".getBytes(StandardCharsets.UTF_8)), "ours"))
                .isEmpty();
    }

    private static List<Problem> find(String plugins) {
        String pom = "<project>\n" + plugins + "</project>";
        return StrayText.find(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8)), "ours");
    }
}

package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Problem;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void everyParameterIsInTheReferenceWithDefaultDescriptionAndExample() {
        String markdown = ConfigurationReference.markdown();
        assertThat(Schema.all()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.description()).endsWith(".");
            assertThat(parameter.defaultText()).isNotBlank();
            assertThat(parameter.example())
                    .startsWith("<" + parameter.name() + ">")
                    .doesNotContain("...");
            assertThat(markdown)
                    .contains("</a>`" + parameter.path() + "`\n\n"
                            + parameter.description().replace("<", "&lt;"));
        });
    }

    @Test
    void pathsAreUniqueAndParentsComeFirst() {
        List<String> paths = Schema.all().stream().map(Parameter::path).toList();
        assertThat(paths).doesNotHaveDuplicates().contains("cluster/nodes/node/host", "edits/edit/insert");
        assertThat(paths.indexOf("cluster/nodes")).isLessThan(paths.indexOf("cluster/nodes/node/host"));
    }

    @Test
    void everyExampleOfAScalarIsALegalValue() {
        assertThat(Schema.all().stream().filter(p -> p.kind().isScalar())).allSatisfy(p -> {
            RawElement example = RawElement.parse(p.example());
            assertThat(example.text()).isNotBlank().isNotEqualTo(p.defaultText());
        });
    }

    @Test
    void namesThatNoGoalKnowsAreReportedWithTheNearestOrTheirRightPlace() {
        RawElement plugin = RawElement.parse(
                "<configuration><distributon>a</distributon><cluster/><hostName>x</hostName></configuration>");
        assertThat(TopLevelNames.check(List.of(plugin, plugin), Set.of("distribution", "cluster", "edits")))
                .extracting(Problem::text)
                .containsExactly(
                        "distributon: no goal has this parameter. Did you mean 'distribution'?",
                        "hostName: no goal has this parameter. Move it into <cluster>.");
    }

    @Test
    void aConfigurationOfMavenIsTheSameTreeAsItsXml() {
        DefaultPlexusConfiguration maven = new DefaultPlexusConfiguration("cluster");
        DefaultPlexusConfiguration nodes = new DefaultPlexusConfiguration("nodes");
        nodes.setAttribute("combine.self", "override");
        nodes.addChild("node", "a");
        maven.addChild(nodes);

        assertThat(RawElement.of(maven))
                .isEqualTo(
                        RawElement.parse("<cluster><nodes combine.self='override'><node>a</node></nodes></cluster>"));
    }

    @Test
    void documentTypesAreRefused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> RawElement.parse("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")))
                .isInstanceOf(io.github.eicluster.model.ClusterException.class)
                .hasMessageContaining("not well-formed");
    }
}

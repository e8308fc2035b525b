package io.github.eicluster.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final Secret SECRET = new Secret("s3cret-value", Secret.Source.SETTINGS);

    private final Templates templates = new Templates();

    @Test
    void valuesAreFilledIn() {
        assertThat(templates.render(
                        "t",
                        "host=$host\n#foreach($n in $nodes)\n$n;\n#end\n",
                        Map.of("host", "ei", "nodes", List.of("a", "b"))))
                .isEqualTo("host=ei\na;\nb;\n");
    }

    @Test
    void lineEndingsStayAsTheTemplateHasThem() {
        assertThat(templates.render("t", "a $x\r\nb\nc", Map.of("x", "1"))).isEqualTo("a 1\r\nb\nc");
    }

    @Test
    void anUndefinedReferenceIsAnErrorWithItsPlace() {
        assertThatThrownBy(
                        () -> templates.render("conf/my.xml.vm", "one\n  $clutser.domain", Map.of("cluster", Map.of())))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("conf/my.xml.vm line 2 column 3")
                .hasMessageContaining("$clutser");
    }

    @Test
    void anUndefinedPropertyIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> templates.render("my.vm", "$s.wrong", Map.of("s", "text")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("my.vm line 1")
                .hasMessageContaining("wrong");
    }

    @Test
    void aSyntaxErrorNamesTheLine() {
        assertThatThrownBy(() -> templates.render("my.vm", "\n#if($x)\n", Map.of("x", true)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("my.vm")
                .hasMessageContaining("line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$s",
                "${s}",
                "$!s",
                "$s.toString()",
                "$s.reveal()",
                "\"$s\"",
                "#set($t = \"a$s\")$t",
                "$list",
                "$optional"
            })
    void aSecretCannotBeRenderedDirectly(String template) {
        Map<String, Object> context = Map.of("s", SECRET, "list", List.of(SECRET), "optional", Optional.of(SECRET));
        assertThatThrownBy(() -> templates.render("my.vm", template, context))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("my.vm")
                .hasMessageContaining("$secrets.get('serverId')")
                .hasMessageNotContaining("s3cret-value");
    }

    @Test
    void secretsAreGivenByServerIdAndCounted() {
        RenderedTemplate rendered = templates.render(
                "my.vm",
                "p=$secrets.get('ei-db')\n",
                Map.of(),
                id -> id.equals("ei-db") ? Optional.of(SECRET) : Optional.empty());
        assertThat(rendered.text()).isEqualTo("p=s3cret-value\n");
        assertThat(rendered.secrets()).containsExactly(SECRET);
        assertThat(rendered.toString()).doesNotContain("s3cret-value");
    }

    @Test
    void aTemplateWithoutSecretsCountsNone() {
        assertThat(templates
                        .render("my.vm", "x", Map.of(), id -> Optional.of(SECRET))
                        .secrets())
                .isEmpty();
    }

    @Test
    void anUnknownServerIdIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> templates.render("my.vm", "\n$secrets.get('typo')", Map.of(), id -> Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("my.vm line 2")
                .hasMessageContaining("'typo'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$s.class.forName('java.lang.Runtime')",
                "$s.getClass().getClassLoader()",
                "#include('/etc/hostname')",
                "#parse('io/github/eicluster/templates/hosts.vm')"
            })
    void aTemplateReachesNeitherClassesNorFiles(String template) {
        assertThatThrownBy(() -> templates.render("my.vm", template, Map.of("s", "text")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("my.vm");
    }

    @Test
    void aMacroOfOneTemplateIsUnknownToTheNext() {
        assertThat(templates.render("a.vm", "#macro(m)\nX\n#end\n#m()", Map.of()))
                .contains("X");
        assertThatThrownBy(() -> templates.render("b.vm", "#m()", Map.of())).isInstanceOf(ClusterException.class);
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatThrownBy(() -> templates.renderResource("none.vm", Map.of())).hasMessageContaining("none.vm");
    }
}

package io.github.eicluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlElementsTest {

    private final XmlEditor xml = XmlEditor.open("a.xml", """
                    <a xmlns="http://example.org/a">
                      <!-- <p>in a comment</p> -->
                      <b><p>one</p></b>
                      <b name="second"><p x="1" s:y="2" xmlns:s="http://example.org/s">two</p><p>three</p></b>
                      <s:c xmlns:s="http://example.org/s"><p><q/></p></s:c>
                    </a>
                    """.getBytes(StandardCharsets.UTF_8));

    @Test
    void eachPathNamesTheOneElementThatWasFound() {
        List<String> found = xml.elements().find((name, attributes) -> name.equals("p"));

        assertThat(found).containsExactly("/a/b[1]/p", "/a/b[2]/p[1]", "/a/b[2]/p[2]", "/a/c/p");
        assertThat(found).allSatisfy(path -> assertThat(xml.count(path)).isEqualTo(1));
        assertThat(found.stream().map(path -> xml.text(path).orElseThrow())).containsExactly("one", "two", "three", "");
    }

    @Test
    void attributesAreFoundByTheirNameAsWritten() {
        assertThat(xml.elements().find((name, attributes) -> attributes.containsKey("s:y")))
                .containsExactly("/a/b[2]/p[1]");
        assertThat(xml.elements().attributes("/a/b[2]/p[1]"))
                .isEqualTo(Map.of("x", "1", "s:y", "2", "xmlns:s", "http://example.org/s"));
        assertThat(xml.elements().attributes("/a/none")).isEmpty();
    }

    @Test
    void aLeafHoldsNoOtherElement() {
        assertThat(xml.elements().isLeaf("/a/b[1]/p")).isTrue();
        assertThat(xml.elements().isLeaf("/a/c/p/q")).isTrue();
        assertThat(xml.elements().isLeaf("/a/c/p")).isFalse();
        assertThat(xml.elements().isLeaf("/a/none")).isFalse();
        assertThatThrownBy(() -> xml.elements().isLeaf("/a/b")).isInstanceOf(EditException.class);
    }

    @Test
    void oneElementHasOnePathHoweverItIsNamed() {
        assertThat(xml.elements().path("/a/b[@name='second']/p[1]")).contains("/a/b[2]/p[1]");
        assertThat(xml.elements().path("/a/none")).isEmpty();
        assertThat(xml.elements().root()).isEqualTo("/a");
    }

    @Test
    void aChangeIsSeenByThoseWhoLookAfterIt() {
        xml.setAttribute("/a/c/p", "late", "1");

        assertThat(xml.elements().find((name, attributes) -> attributes.containsKey("late")))
                .containsExactly("/a/c/p");
    }
}

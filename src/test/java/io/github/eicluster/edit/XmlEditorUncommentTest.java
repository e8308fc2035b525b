package io.github.eicluster.edit;

import static io.github.eicluster.edit.Xml.assertText;
import static io.github.eicluster.edit.Xml.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorUncommentTest {

    private static final String RECEIVERS = """
            <axis>
                <receiver name="http">
                    <parameter name="port">8280</parameter>
                    <!--parameter name="host">h</parameter-->
                    <!--parameter name="prefix" locked="false">p</parameter-->
                </receiver>
                <receiver name="https">
                    <!--parameter name="prefix" locked="false">p</parameter-->
                </receiver>
            </axis>
            """;

    private static final String PREFIX = "/axis/receiver[@name='https']/parameter[@name='prefix']";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<!--<x a='1'>t</x>--> | <x a='1'>t</x>",
                "<!--x a='1'>t</x--> | <x a='1'>t</x>",
                "<!--<x a='1'/>--> | <x a='1'/>",
                "<!--x a='1'/--> | <x a='1'/>",
                "<!-- <x a='1'>t</x> --> | <x a='1'>t</x>",
                "<!-- x a='1'>t</x --> | <x a='1'>t</x>",
                "<!--x a='1'><y><x/></y></x--> | <x a='1'><y><x/></y></x>",
                "<!--s:x a='1' s:b='2'/--> | <s:x a='1' s:b='2'/>",
            })
    void bothFormsBecomeLive(String comment, String live) {
        String xml = "<r xmlns:s='u'>\t%s  <!-- x a='1' --></r>";
        XmlEditor editor = open(xml.formatted(comment));

        assertThat(editor.commentedOut("/r/x[@a='1']")).isTrue();
        assertText(editor.uncomment("/r/x[@a='1']")).isEqualTo(xml.formatted(live));
        assertThat(editor.commentedOut("/r/x[@a='1']")).isFalse();
        assertText(editor.uncomment("/r/x[@a='1']")).isEqualTo(xml.formatted(live));
    }

    @Test
    void severalLinesKeepTheirIndentationAndLineEndings() {
        assertText(open("<r>\r\n\t<!--\r\n\t<x>\r\n\t\t<y>1</y>\r\n\t</x>\r\n\t-->\r\n</r>")
                        .uncomment("/r/x[y='1']"))
                .isEqualTo("<r>\r\n\t<x>\r\n\t\t<y>1</y>\r\n\t</x>\r\n</r>");
    }

    @Test
    void theSameLineInAnotherParentStaysCommented() {
        String after = RECEIVERS.replace(
                "https\">\n        <!--parameter name=\"prefix\" locked=\"false\">p</parameter-->",
                "https\">\n        <parameter name=\"prefix\" locked=\"false\">p</parameter>");

        assertText(open(RECEIVERS).uncomment(PREFIX)).isEqualTo(after);
    }

    @Test
    void predicatesOfTheLastStepAreCheckedAgainstTheComment() {
        String xml = "<r><!--<x><n>1</n></x>--><!--<x><n>2</n></x>--></r>";

        assertText(open(xml).uncomment("/r/x[n='2']")).isEqualTo("<r><!--<x><n>1</n></x>--><x><n>2</n></x></r>");
        assertText(open(xml).uncomment("/r/x[2]")).isEqualTo("<r><!--<x><n>1</n></x>--><x><n>2</n></x></r>");
        assertThat(open(xml).commentedOut("/r/x[n='3']")).isFalse();
    }

    @Test
    void ofEqualCommentsTheFirstIsTakenAndDifferentOnesAreAmbiguous() {
        assertText(open("<r><!--x a='1'/--><!--<x a='1'/>--></r>").uncomment("/r/x"))
                .isEqualTo("<r><x a='1'/><!--<x a='1'/>--></r>");
        XmlEditor different = open("<r>\n<!--x a='1'/--><!--x a='2'/--></r>");
        assertThatThrownBy(() -> different.uncomment("/r/x"))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("conf/test.xml:2: the path /r/x names different elements in 2 comments");
        assertThatThrownBy(() -> different.commentedOut("/r/x")).isInstanceOf(EditException.class);
    }

    @Test
    void anElementThatIsLiveIsLeftAlone() {
        String xml = "<r><!--x a='1'/--><x a='1'/></r>";

        assertThat(open(xml).commentedOut("/r/x")).isFalse();
        assertText(open(xml).uncomment("/r/x")).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><!-- Set x to 1 --></r>",
                "<r><!-- <x/> is off --></r>",
                "<r><!-- x --></r>",
                "<r><!----></r>",
                "<r><!--<x/><x/>--></r>",
                "<r><!--<x/><y/>--></r>",
                "<r><!--x/><x/--></r>",
                "<r><!--<y><x/></y>--></r>",
                "<r><y><!--<x/>--></y></r>",
                "<r><!--<x>&nbsp;</x>--></r>",
                "<r><![CDATA[<!--<x/>-->]]></r>",
            })
    void aCommentThatHoldsAnythingElseIsProse(String xml) {
        assertThat(open(xml).commentedOut("/r/x")).isFalse();
        assertThatThrownBy(() -> open(xml).uncomment("/r/x"))
                .isInstanceOf(EditException.class)
                .hasMessage("conf/test.xml:1: no element /r/x: <r> here holds no x, not even in a comment of its own;"
                        + " add it or restore the shipped element.");
    }

    @Test
    void theParentMustBeOne() {
        assertThatThrownBy(() -> open(RECEIVERS).uncomment("/axis/receiver/parameter[@name='prefix']"))
                .hasMessageContaining("/axis/receiver names 2 elements");
        assertThatThrownBy(() -> open(RECEIVERS).uncomment("/axis/sender/parameter"))
                .hasMessageContaining("no element /axis/sender: <axis> here holds no sender");
        assertThat(open(RECEIVERS).commentedOut("/axis/sender/parameter")).isFalse();
        assertThatThrownBy(() -> open(RECEIVERS).uncomment("/server")).hasMessageContaining("the root element here");
    }

    @Test
    void anElementWhosePrefixIsNotDeclaredStaysCommented() {
        XmlEditor editor = open("<r><!--p:x/--></r>");

        assertThatThrownBy(() -> editor.uncomment("/r/x")).isInstanceOf(EditException.class);
        assertText(editor).isEqualTo("<r><!--p:x/--></r>");
    }
}

package io.github.eicluster.edit;

import static io.github.eicluster.edit.Xml.assertText;
import static io.github.eicluster.edit.Xml.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorValueTest {

    private static final String CONNECTOR = """
            <Server>
                <!--
                proxyPort="80"
                -->
                <Connector  protocol="p"
                            port="9443"
                            server='s'>
                </Connector>
            </Server>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b>old</b></a> | <a><b>new</b></a>",
                "<a><b></b></a> | <a><b>new</b></a>",
                "<a><b/></a> | <a><b>new</b></a>",
                "<a><b x='1' /></a> | <a><b x='1'>new</b></a>",
                "<a><n:b xmlns:n='u'/></a> | <a><n:b xmlns:n='u'>new</n:b></a>",
                "<a><b><![CDATA[old]]></b></a> | <a><b>new</b></a>",
                "<a><b>o<!-- c -->ld</b></a> | <a><b>new</b></a>",
                "<a><b x='>' >old</b ></a> | <a><b x='>' >new</b ></a>",
                "<a><!--<b>no</b>--><b>old</b></a> | <a><!--<b>no</b>--><b>new</b></a>",
            })
    void textIsReplacedInPlace(String before, String after) {
        assertText(open(before).setText("/a/b", "new")).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b>1&amp;2</b></a>",
                "<a><b><![CDATA[1&2]]></b></a>",
                "<a><b>1&#38;2</b></a>",
                "<a><b>1<!-- note -->&amp;2</b></a>"
            })
    void anEqualTextStaysAsItIsWritten(String xml) {
        assertText(open(xml).setText("/a/b", "1&2")).isEqualTo(xml);
    }

    @Test
    void markupInAValueIsEscapedAndReadBack() {
        String value = " a<b>&amp;\"']]>\r\n\tz ";
        XmlEditor editor = open("<a>\r\n<b/>\r\n</a>").setText("/a/b", value).setAttribute("/a/b", "c", value);

        assertThat(editor.text("/a/b")).contains(value);
        assertThat(editor.attribute("/a/b", "c")).contains(value);
        assertText(editor)
                .isEqualTo("<a>\r\n<b c=\" a&lt;b>&amp;amp;&quot;']]>&#13;&#10;&#9;z \">"
                        + " a&lt;b&gt;&amp;amp;\"']]&gt;&#13;\r\n\tz </b>\r\n</a>");
    }

    @Test
    void theTextOfAnElementWithChildrenCannotBeSet() {
        assertThatThrownBy(() -> open("<a>\n<b><c/></b></a>").setText("/a/b", "x"))
                .isInstanceOf(EditException.class)
                .hasMessage("conf/test.xml:2: /a/b: holds elements, so its text cannot be set; name one of them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u001Fb", "\uFFFE", "\uD800", "\uDC00x"})
    void charactersThatXmlCannotHoldAreRefusedWithoutShowingTheValue(String value) {
        assertThatThrownBy(() -> open("<a/>").setText("/a", "secret" + value))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("U+")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> open("<a/>").setAttribute("/a", "b", value)).isInstanceOf(EditException.class);
        assertThatThrownBy(() -> open("<a/>").appendChild("/a", "<b>" + value + "</b>"))
                .isInstanceOf(EditException.class);
    }

    @Test
    void anAttributeKeepsItsQuotesAndSpaces() {
        assertText(open("<a b = 'x' c=\"y\"/>")
                        .setAttribute("/a", "b", "it's \"1\"")
                        .setAttribute("/a", "c", "it's \"2\""))
                .isEqualTo("<a b = 'it&apos;s \"1\"' c=\"it's &quot;2&quot;\"/>");
    }

    @Test
    void anEqualAttributeStaysAsItIsWritten() {
        String xml = "<a b='1&#38;2&amp;&#x33;'/>";

        assertText(open(xml).setAttribute("/a", "b", "1&2&3")).isEqualTo(xml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a/> | <a n=\"v\"/>",
                "<a /> | <a n=\"v\" />",
                "<a></a> | <a n=\"v\"></a>",
                "<a x='1'  y='/>' >t</a> | <a x='1'  y='/>' n=\"v\" >t</a>",
            })
    void aNewAttributeGoesAfterTheLast(String before, String after) {
        assertText(open(before).setAttribute("/a", "n", "v")).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aNewAttributeGetsALineOfItsOwnWhereTheOthersHaveOne(String lineEnding) {
        String before = CONNECTOR.replace("\n", lineEnding);
        String after = before.replace("server='s'", "server='s'" + lineEnding + "                proxyPort=\"443\"");

        assertText(open(before).setAttribute("/Server/Connector", "proxyPort", "443"))
                .isEqualTo(after);
        assertText(open(after).removeAttribute("/Server/Connector", "proxyPort"))
                .isEqualTo(before);
    }

    @Test
    void aLoneAttributeOnItsOwnLineIsFollowedByAnother() {
        assertText(open("<a\n\tx='1'/>").setAttribute("/a", "y", "2")).isEqualTo("<a\n\tx='1'\n\ty=\"2\"/>");
    }

    @Test
    void attributesThatShareLinesAreFollowedInTheLine() {
        assertText(open("<a x='1' y='2'\n   z='3'/>").setAttribute("/a", "n", "v"))
                .isEqualTo("<a x='1' y='2'\n   z='3' n=\"v\"/>");
    }

    @Test
    void aPrefixedAttributeNeedsADeclaredPrefix() {
        assertText(open("<a xmlns:svns='u'><b/></a>").setAttribute("/a/b", "svns:secretAlias", "X"))
                .isEqualTo("<a xmlns:svns='u'><b svns:secretAlias=\"X\"/></a>");
        XmlEditor undeclared = open("<a><b/></a>");
        assertThatThrownBy(() -> undeclared.setAttribute("/a/b", "svns:secretAlias", "X"))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("conf/test.xml:1: /a/b")
                .hasMessageContaining("svns");
        assertText(undeclared).isEqualTo("<a><b/></a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a='1' b", "a:b:c", "<"})
    void anAttributeNameMustBeOne(String name) {
        assertThatThrownBy(() -> open("<a/>").setAttribute("/a", name, "v")).isInstanceOf(EditException.class);
    }

    @Test
    void removingAnAttributeTakesTheSpaceBeforeIt() {
        assertText(open("<a x='1'  y = '2' z='3'/>").removeAttribute("/a", "y")).isEqualTo("<a x='1' z='3'/>");
        assertText(open("<a x='1'/>").removeAttribute("/a", "y")).isEqualTo("<a x='1'/>");
    }
}

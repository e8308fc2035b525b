package io.github.eicluster.edit;

import static io.github.eicluster.edit.Xml.assertText;
import static io.github.eicluster.edit.Xml.open;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorStructureTest {

    private static final String MEMBER = """
            <member port="1">
                <hostName>h</hostName>
            </member>
            """;

    private static final String MEMBERS = """
            <axis>
              <members>
                <!-- first -->
                <member port="0">
                  <hostName>g</hostName>
                </member> <!-- of old -->

                <!--member port="9"/-->
              </members>
            </axis>
            """;

    private static final String ADDED = """
                <member port="1">
                  <hostName>h</hostName>
                </member>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aLastChildFollowsEverythingAndLooksLikeItsSiblings(String lineEnding) {
        String after = MEMBERS.replace("<!--member port=\"9\"/-->\n", "<!--member port=\"9\"/-->\n" + ADDED);

        assertText(open(MEMBERS.replace("\n", lineEnding)).appendChild("/axis/members", MEMBER))
                .isEqualTo(after.replace("\n", lineEnding));
    }

    @Test
    void aFirstChildStandsDirectlyBehindTheStartTag() {
        assertText(open(MEMBERS).prependChild("/axis/members", MEMBER))
                .isEqualTo(MEMBERS.replace("<members>\n", "<members>\n" + ADDED));
    }

    @Test
    void aNextSiblingLeavesTheCommentAtTheEndOfTheLineWhereItIs() {
        assertText(open(MEMBERS).insertAfter("/axis/members/member", MEMBER))
                .isEqualTo(MEMBERS.replace("<!-- of old -->\n", "<!-- of old -->\n" + ADDED));
    }

    @Test
    void aPreviousSiblingStandsDirectlyBefore() {
        assertText(open(MEMBERS).insertBefore("/axis/members/member", MEMBER))
                .isEqualTo(MEMBERS.replace("    <member port=\"0\">", ADDED + "    <member port=\"0\">"));
    }

    @Test
    void whatStandsThereAlreadyIsNotInsertedAgain() {
        XmlEditor editor = open(MEMBERS)
                .appendChild("/axis/members", MEMBER)
                .prependChild("/axis/members", "<x/>\n<y a='1' b='2'/>")
                .insertAfter("/axis/members/member[@port='0']", "<z>t</z>")
                .insertBefore("/axis/members/member[@port='0']", "<w/>");
        String once = new String(editor.content(), java.nio.charset.StandardCharsets.UTF_8);

        editor.appendChild("/axis/members", MEMBER.replace("\n", " "))
                .prependChild("/axis/members", "<x></x><!-- c --><y b=\"2\" a=\"1\"/>")
                .insertAfter("/axis/members/member[@port='0']", "<z><![CDATA[t]]></z>")
                .insertBefore("/axis/members/member[@port='0']", "<w/>");
        assertText(editor).isEqualTo(once);
    }

    @Test
    void whatDiffersInAnyWordIsInserted() {
        assertText(open("<a><b x='1'>t</b></a>")
                        .appendChild("/a", "<b x='1'>t </b>")
                        .appendChild("/a", "<b x='2'>t</b>")
                        .appendChild("/a", "<c x='2'>t</c>"))
                .containsSubsequence("<b x='1'>t</b>", "<b x='1'>t </b>", "<b x='2'>t</b>", "<c x='2'>t</c>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<r>~  <a/>~</r> | <r>~  <a>~    <n/>~  </a>~</r>",
                "<r>~  <a x='1' />~</r> | <r>~  <a x='1'>~    <n/>~  </a>~</r>",
                "<r>~  <a></a>~</r> | <r>~  <a>~    <n/>~  </a>~</r>",
                "<r>~  <a>~  </a>~</r> | <r>~  <a>~    <n/>~  </a>~</r>",
                "<r>~  <a><b/></a>~</r> | <r>~  <a><b/>~    <n/>~  </a>~</r>",
                "<r>~  <a>~   <!-- c -->~  </a>~</r> | <r>~  <a>~   <!-- c -->~   <n/>~  </a>~</r>",
                "<r>~\t<a>~\t</a>~</r> | <r>~\t<a>~\t\t<n/>~\t</a>~</r>",
                "<r><a/></r> | <r><a>~    <n/>~</a></r>",
            })
    void anEmptyParentIsOpenedByOneLevelOfTheFile(String before, String after) {
        assertText(open(before.replace('~', '\n')).appendChild("/r/a", "<n/>")).isEqualTo(after.replace('~', '\n'));
    }

    @Test
    void tabsOfTheSiblingsAreKeptAlsoInside() {
        assertText(open("<r>\n\t<a/>\n    <b>\n        <c/>\n    </b>\n</r>").insertAfter("/r/a", MEMBER))
                .startsWith("<r>\n\t<a/>\n\t<member port=\"1\">\n\t\t<hostName>h</hostName>\n\t</member>\n    <b>");
    }

    @Test
    void linesThatAreValuesAreNotIndented() {
        String fragment = """
                    <v>
                        <script>one
                    two</script>
                        <c><![CDATA[
                x]]></c>
                        <d a="1
                2"
                           b="3"/>
                        <!-- a
                             b -->

                    </v>
                """;
        assertText(open("<r>\r\n  <a/>\r\n</r>").appendChild("/r", fragment)).isEqualTo("""
                        <r>
                          <a/>
                          <v>
                            <script>one
                            two</script>
                            <c><![CDATA[
                        x]]></c>
                            <d a="1
                        2"
                               b="3"/>
                            <!-- a
                               b -->

                          </v>
                        </r>""".replace("\n", "\r\n"));
    }

    @Test
    void siblingsInOneLineAreParted() {
        assertText(open("<r><a/><b/></r>").insertAfter("/r/a", "<n/>")).isEqualTo("<r><a/>\n    <n/>\n    <b/></r>");
        assertText(open("<r><a/><b/></r>").insertBefore("/r/b", "<n/>")).isEqualTo("<r><a/>\n    <n/>\n    <b/></r>");
        assertText(open("<r><a/></r>").insertAfter("/r/a", "<n/>")).isEqualTo("<r><a/>\n    <n/>\n</r>");
        assertText(open("<r><a/></r>").prependChild("/r", "<n/>")).isEqualTo("<r>\n    <n/>\n    <a/></r>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "text",
                "<b/>text",
                "<b>",
                "</b>",
                "</a><a>",
                "<!-- only -->",
                "<?xml version='1.0'?><b/>",
                "<!DOCTYPE b><b/>",
                "<b>&secret;</b>",
                "<b x='1' x='2'/>",
                "<b>a & secret</b>",
                "</fragment><fragment>"
            })
    void aFragmentMustBeElementsAndIsNeverShown(String fragment) {
        XmlEditor editor = open("<a/>");

        assertThatThrownBy(() -> editor.appendChild("/a", fragment))
                .isInstanceOf(EditException.class)
                .hasMessageStartingWith("conf/test.xml:1: /a: ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertText(editor).isEqualTo("<a/>");
    }

    @Test
    void prefixesOfAFragmentMustBeDeclaredInTheFile() {
        assertText(open("<a xmlns:s='u'/>").appendChild("/a", "<b s:c='1'/>"))
                .isEqualTo("<a xmlns:s='u'>\n    <b s:c='1'/>\n</a>");
        assertThatThrownBy(() -> open("<a/>").appendChild("/a", "<b s:c='1'/>"))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void nothingCanStandBesideTheRootOrReplaceIt() {
        assertThatThrownBy(() -> open("<a/>").insertAfter("/a", "<b/>")).hasMessageContaining("root element");
        assertThatThrownBy(() -> open("<a/>").insertBefore("/a", "<b/>")).hasMessageContaining("root element");
        assertThatThrownBy(() -> open("<a/>").remove("/a")).hasMessageContaining("root element");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<r>~  <a/>~  <b/>~</r> | <r>~  <b/>~</r>",
                "<r>~  <a>~    <c/>~  </a>  ~  <b/>~</r> | <r>~  <b/>~</r>",
                "<r>~  <a/> <b/>~</r> | <r>~   <b/>~</r>",
                "<r>~  <a/> <!-- c -->~</r> | <r>~   <!-- c -->~</r>",
                "<r><a/></r> | <r></r>",
                "<r>~  <!-- <a/> -->~</r> | <r>~  <!-- <a/> -->~</r>",
            })
    void removingTakesTheLinesThatTheElementHasForItself(String before, String after) {
        for (String lineEnding : new String[] {"\n", "\r\n", "\r"}) {
            assertText(open(before.replace("~", lineEnding)).remove("/r/a").remove("/r/a"))
                    .isEqualTo(after.replace("~", lineEnding));
        }
    }

    @Test
    void removingOneOfSeveralIsAmbiguous() {
        assertThatThrownBy(() -> open("<r><a/><a/></r>").remove("/r/a")).hasMessageContaining("names 2 elements");
        assertText(open("<r><a/><a x='1'/></r>").remove("/r/a[2]")).isEqualTo("<r><a/></r>");
    }

    @Test
    void allContentIsReplaced() {
        assertText(open(MEMBERS).replaceChildren("/axis/members", MEMBER + MEMBER.replace('h', 'i')))
                .isEqualTo("""
                        <axis>
                          <members>
                            <member port="1">
                              <hostName>h</hostName>
                            </member>
                            <member port="1">
                              <iostName>i</iostName>
                            </member>
                          </members>
                        </axis>
                        """);
        assertText(open("<r>\n    <a/>\n</r>").replaceChildren("/r/a", "<n/>"))
                .isEqualTo("<r>\n    <a>\n        <n/>\n    </a>\n</r>");
    }

    @Test
    void equalContentIsNotReplaced() {
        String fragment = "<member port='0'><hostName>g</hostName></member>";

        assertText(open(MEMBERS).replaceChildren("/axis/members", fragment)).isEqualTo(MEMBERS);
        assertText(open("<r>text<a/></r>").replaceChildren("/r", "<a/>")).isEqualTo("<r>\n    <a/>\n</r>");
    }

    @Test
    void contentIsReplacedByNothing() {
        assertText(open("<r>\n  <a/>\n</r>").replaceChildren("/r", " ")).isEqualTo("<r></r>");
        assertText(open("<r>\n</r>").replaceChildren("/r", "")).isEqualTo("<r>\n</r>");
        assertThatThrownBy(() -> open("<r/>").replaceChildren("/r", "text")).isInstanceOf(EditException.class);
    }
}

package io.github.eicluster.edit;

import static io.github.eicluster.edit.Xml.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorReadingTest {

    private static final String SERVER = """
            <?xml version="1.0"?>
            <!-- a comment before the root: <Server><Ports>9</Ports></Server> -->
            <?pi before root?>
            <s:Server xmlns:s="urn:s" xmlns:svns="urn:v">
                <!-- <Ports><Offset>9</Offset></Ports> -->
                <Ports>
                    <Offset>0</Offset>
                </Ports>
                <s:Store name="first" svns:secretAlias="S.One">
                    <Key>
                        <Id> one </Id>
                    </Key>
                </s:Store>
                <Store name='o&apos;clock'>
                    <Id>two</Id>
                </Store>
                <Store>
                    <Id>two</Id>
                </Store>
                <Mixed>a<b>inner</b>c&amp;<![CDATA[<d>]]>&#233;<!-- no -->
                </Mixed>
            </s:Server>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/Server/Store | 3",
                "/Server/Store[@name] | 2",
                "/Server/Store[not(@name)] | 1",
                "/Server/Store[ not( @name ) ] | 1",
                "/Server/Store[@name='first'] | 1",
                "/Server/Store[@name=\"o'clock\"] | 1",
                "/Server/Store[@name='o''clock'] | 1",
                "/Server/Store[@svns:secretAlias='S.One'] | 1",
                "/Server/Store[@secretAlias] | 0",
                "/Server/Store[Id='two'] | 2",
                "/Server/Store[Id='two'][2] | 1",
                "/Server/Store[Id='two'][not(@name)] | 1",
                "/Server/Store[Id='two'][3] | 0",
                "/Server/Store[Key/Id='one'] | 1",
                "/Server/Store[Key] | 1",
                "/Server/Store[Id][1] | 1",
                "/Server/Store/Id[1] | 2",
                "/Server/Ports/Offset | 1",
                "/Server[2] | 0",
                "/Offset | 0",
            })
    void pathsNameLiveElementsOnly(String path, int expected) {
        assertThat(open(SERVER).count(path)).as(path).isEqualTo(expected);
    }

    @Test
    void quoteMakesAnyTextAPredicateValue() {
        String value = "it's \"so\" ]/[";
        XmlEditor editor = open("<a><b n='x'/></a>").setAttribute("/a/b", "n", value);

        assertThat(editor.count("/a/b[@n=" + XmlEditor.quote(value) + "]")).isEqualTo(1);
    }

    @Test
    void textIsDecodedAndNotTrimmed() {
        assertThat(open(SERVER).text("/Server/Mixed")).contains("ac&<d>\u00E9\n    ");
        assertThat(open(SERVER).text("/Server/Store/Key/Id")).contains(" one ");
        assertThat(open("<a><b/></a>").text("/a/b")).contains("");
        assertThat(open("<a/>").text("/a/b")).isEmpty();
    }

    @Test
    void severalElementsAreReadTogether() {
        assertThat(open(SERVER).texts("/Server/Store/Id")).containsExactly("two", "two");
        assertThat(open(SERVER).attributes("/Server/Store", "name"))
                .containsExactly(Optional.of("first"), Optional.of("o'clock"), Optional.empty());
    }

    @Test
    void attributesAreReadByTheNameAsWritten() {
        assertThat(open(SERVER).attribute("/Server/Store[1]", "svns:secretAlias"))
                .contains("S.One");
        assertThat(open(SERVER).attribute("/Server/Store[1]", "secretAlias")).isEmpty();
        assertThat(open(SERVER).attribute("/Server", "xmlns:svns")).contains("urn:v");
        assertThat(open(SERVER).attribute("/Server/Nothing", "name")).isEmpty();
    }

    @Test
    void linesCountFromOneAndZeroMeansAbsent() {
        assertThat(open(SERVER).line("/Server/Ports/Offset")).isEqualTo(7);
        assertThat(open(SERVER.replace("\n", "\r\n")).line("/Server/Ports/Offset"))
                .isEqualTo(7);
        assertThat(open(SERVER).line("/Server/Store")).isEqualTo(9);
        assertThat(open(SERVER).line("/Server/Nothing")).isZero();
    }

    @Test
    void anAmbiguousPathIsAnErrorThatNamesTheLines() {
        assertThatThrownBy(() -> open(SERVER).text("/Server/Store"))
                .isInstanceOf(EditException.class)
                .hasMessage("conf/test.xml:9: the path /Server/Store names 3 elements (lines 9, 14, 17), but must name"
                        + " one; add a predicate such as [@name='...'] or [1].");
        assertThatThrownBy(() -> open(SERVER).attribute("/Server/Store", "name"))
                .hasMessageContaining("names 3 elements");
        assertThatThrownBy(() -> open(SERVER).setText("/Server/Store/Id", "x"))
                .hasMessageContaining("names 2 elements");
    }

    @Test
    void aMissingAnchorSaysHowFarThePathLed() {
        assertThatThrownBy(() -> open(SERVER).setText("/Server/Store[@name='first']/Lock/Id", "x"))
                .isInstanceOf(EditException.class)
                .hasMessage("conf/test.xml:9: no element /Server/Store[@name='first']/Lock/Id: <s:Store> here holds no"
                        + " Lock; add it or restore the shipped element.");
        assertThatThrownBy(() -> open(SERVER).setText("/Client/Store", "x"))
                .hasMessageContaining("conf/test.xml:4: no element /Client/Store: the root element here is <s:Server>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Server",
                "/",
                "//a",
                "/a/",
                "/a[",
                "/a[]",
                "/a[@]",
                "/a[@n=x]",
                "/a[@n='x]",
                "/a[0]",
                "/a[1][2]",
                "/a[1][@n]",
                "/a[99999999999]",
                "/a:b",
                "/a[not(@n]",
                "/a[not(b)]",
                "/a[b='x'",
                "/a b",
                "/9",
                "/a[b//c]"
            })
    void aPathThatIsWrittenWrongIsQuoted(String path) {
        assertThatThrownBy(() -> open("<a/>").count(path))
                .isInstanceOf(EditException.class)
                .hasMessageStartingWith("The path " + path + " is wrong at character ");
    }
}

package io.github.eicluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorEncodingTest {

    private static final byte[] NONE = {};
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] BE = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] LE = {(byte) 0xFF, (byte) 0xFE};

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(NONE, "UTF-8", "", "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(NONE, "UTF-8", "<?xml version='1.0'?>", "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(NONE, "UTF-8", declaration("utf-8"), "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(UTF_8, "UTF-8", "", "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(UTF_8, "UTF-8", declaration("UTF-8"), "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(NONE, "ISO-8859-1", declaration("ISO-8859-1"), "&#x20AC; \u00E9 &#x1F600;"),
                Arguments.of(NONE, "US-ASCII", declaration("US-ASCII"), "&#x20AC; &#xE9; &#x1F600;"),
                Arguments.of(NONE, "windows-1252", declaration("windows-1252"), "\u20AC \u00E9 &#x1F600;"),
                Arguments.of(BE, "UTF-16BE", declaration("UTF-16"), "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(LE, "UTF-16LE", declaration("UTF-16"), "\u20AC \u00E9 \uD83D\uDE00"),
                Arguments.of(LE, "UTF-16LE", "", "\u20AC \u00E9 \uD83D\uDE00"));
    }

    private static String declaration(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone='no' ?>\r\n";
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingIsKeptAndCharactersThatDoNotFitAreReferenced(
            byte[] mark, String charset, String head, String written) {
        String value = "\u20AC \u00E9 \uD83D\uDE00";
        String document = head + "<!-- %s -->\n<a b='%s'>%s</a>";
        String own = charset.equals("US-ASCII") ? "e" : "\u00E9";
        byte[] before = bytes(mark, charset, document.formatted(own, own, own));
        XmlEditor editor = XmlEditor.open("a.xml", before);
        assertThat(editor.content()).isEqualTo(before);
        assertThat(editor.text("/a")).contains(own);

        editor.setText("/a", value).setAttribute("/a", "b", value);

        assertThat(editor.content()).isEqualTo(bytes(mark, charset, document.formatted(own, written, written)));
        assertThat(editor.text("/a")).contains(value);
        assertThat(editor.attribute("/a", "b")).contains(value);
        assertThat(editor.setText("/a", own).setAttribute("/a", "b", own).content())
                .isEqualTo(before);
    }

    private static byte[] bytes(byte[] mark, String charset, String text) {
        byte[] encoded = text.getBytes(Charset.forName(charset));
        byte[] all = Arrays.copyOf(mark, mark.length + encoded.length);
        System.arraycopy(encoded, 0, all, mark.length, encoded.length);
        return all;
    }

    @Test
    void aFragmentIsReferencedExceptWhereThatWouldChangeItsMeaning() {
        byte[] content = (declaration("US-ASCII") + "<a/>").getBytes(StandardCharsets.US_ASCII);
        XmlEditor editor = XmlEditor.open("a.xml", content);

        assertThatThrownBy(() -> editor.appendChild("/a", "<b><![CDATA[\u00E9]]></b>"))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("CDATA");
        assertThatThrownBy(() -> editor.appendChild("/a", "<\u00E9/>")).isInstanceOf(EditException.class);
        assertThat(editor.content()).isEqualTo(content);
        assertThat(editor.appendChild("/a", "<b c='\u00E9'>\u20AC</b>").content())
                .asString(StandardCharsets.US_ASCII)
                .endsWith("<b c='&#xE9;'>&#x20AC;</b>\r\n</a>");
    }

    @Test
    void aByteThatIsNotValidIsReportedWithItsLine() {
        byte[] utf8 = "<a>\r\n<b>\n\u00E9</b></a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> XmlEditor.open("a.xml", utf8))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("a.xml:3: ")
                .hasMessageContaining("UTF-8");
        byte[] ascii = (declaration("US-ASCII") + "<a>\u00E9</a>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XmlEditor.open("a.xml", ascii)).hasMessageContaining("a.xml:2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "-", "UTF-16"})
    void anEncodingThatCannotBeKeptIsRefused(String encoding) {
        String text = declaration(encoding) + "<a>x</a>";

        assertThatThrownBy(() -> XmlEditor.open("a.xml", text.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(EditException.class)
                .hasMessageStartingWith("a.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void theEndOfTheFileStaysAsItIs(String end) {
        byte[] content = ("<a>x</a>" + end).getBytes(StandardCharsets.UTF_8);

        assertThat(XmlEditor.open("a.xml", content).setText("/a", "y").content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<a>y</a>" + end);
    }

    @Test
    void theGivenArrayIsNeitherKeptNorHandedOut() {
        byte[] content = "<a>x</a>".getBytes(StandardCharsets.UTF_8);
        XmlEditor editor = XmlEditor.open("a.xml", content);
        content[0] = '!';
        editor.content()[0] = '?';

        assertThat(editor.content()).asString(StandardCharsets.UTF_8).isEqualTo("<a>x</a>");
    }
}

package io.github.eicluster.edit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesEditorTest {

    private static final String FILE = """
            # a comment: key=no
              ! another \\
            key = first
            \tother:o
            list = a,\\
                   b,\\
            \tc
            key   :   second\t
            bare
            blank value here
            k\\ e\\:y\\u0041=v\\u00e9\\t\\q
            """;

    private static PropertiesEditor open(String text) {
        return PropertiesEditor.open("conf/test.properties", text.getBytes(ISO_8859_1));
    }

    private static AbstractStringAssert<?> assertText(PropertiesEditor editor) {
        return assertThat(new String(editor.content(), ISO_8859_1));
    }

    private static Properties load(PropertiesEditor editor) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(editor.content()));
        return properties;
    }

    @Test
    void entriesAreReadAsTheServerReadsThem() throws IOException {
        PropertiesEditor editor = open(FILE);

        assertThat(editor.file()).isEqualTo("conf/test.properties");
        assertThat(editor.keys()).containsExactly("key", "other", "list", "bare", "blank", "k e:yA");
        assertThat(editor.get("key")).contains("second\t");
        assertThat(editor.get("list")).contains("a,b,c");
        assertThat(editor.get("bare")).contains("");
        assertThat(editor.get("no")).isEmpty();
        assertThat(load(editor))
                .allSatisfy((key, value) -> assertThat(editor.get((String) key)).contains((String) value));
    }

    @Test
    void linesAreThoseOfTheEntryThatCounts() {
        assertThat(open(FILE).line("key")).isEqualTo(8);
        assertThat(open(FILE).line("list")).isEqualTo(5);
        assertThat(open(FILE.replace("\n", "\r\n")).line("bare")).isEqualTo(9);
        assertThat(open(FILE).line("no")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aValueIsReplacedWhereItCounts(String lineEnding) {
        String before = FILE.replace("\n", lineEnding);
        String list = "list = a,\\\n       b,\\\n\tc\n".replace("\n", lineEnding);

        assertText(open(before).set("key", "new")).isEqualTo(before.replace("second\t", "new"));
        assertText(open(before).set("list", "x")).isEqualTo(before.replace(list, "list = x" + lineEnding));
        assertText(open(before).set("other", "x")).isEqualTo(before.replace("\tother:o", "\tother:x"));
        assertText(open(before).set("bare", "x")).isEqualTo(before.replace(lineEnding + "bare", lineEnding + "bare=x"));
        assertText(open(before).set("blank", "=x")).isEqualTo(before.replace("blank value here", "blank \\=x"));
        assertText(open(before).set("k e:yA", "")).isEqualTo(before.replace("v\\u00e9\\t\\q", ""));
    }

    @Test
    void anEqualValueStaysAsItIsWritten() {
        assertText(open(FILE)
                        .set("k e:yA", "v\u00E9\tq")
                        .set("list", "a,b,c")
                        .set("bare", "")
                        .set("key", "second\t"))
                .isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|n=v^",
                "a=b~|a=b~n=v~",
                "a=b^|a=b^n=v^",
                "a=b|a=b^n=v^",
                "~# c|~# c~n=v~",
                "a=b\\|a=b\\^^n=v^",
                "a=b\\^|a=b\\^^n=v^",
                "a=b\\^  |a=b\\^  ^n=v^",
                "a=b\\\\|a=b\\\\^n=v^",
            })
    void aNewKeyIsAppended(String before, String after) throws IOException {
        String text = before == null ? "" : lineEndings(before);
        PropertiesEditor editor = open(text).set("n", "v");

        assertText(editor).isEqualTo(lineEndings(after));
        assertThat(load(editor)).containsEntry("n", "v");
        assertText(editor.set("n", "v")).isEqualTo(lineEndings(after));
    }

    private static String lineEndings(String text) {
        return text.replace("~", "\r\n").replace('^', '\n');
    }

    @Test
    void anUnfinishedLastLineStaysUnfinished() {
        assertText(open("a=1\r\nb=2").set("b", "3")).isEqualTo("a=1\r\nb=3");
    }

    @Test
    void removingTakesEveryEntryWithItsContinuationLines() {
        assertText(open(FILE).remove("key").remove("list").remove("no"))
                .isEqualTo(FILE.replace("key = first\n", "")
                        .replace("key   :   second\t\n", "")
                        .replace("list = a,\\\n       b,\\\n\tc\n", ""));
        assertText(open("a=1\nb=2").remove("b")).isEqualTo("a=1\n");
    }

    @Test
    void bytesOfCommentsAndOtherValuesAreKept() {
        byte[] utf8 = {'#', (byte) 0xC3, (byte) 0xA9, '\n', 'a', '=', (byte) 0xE9, '\n', 'b', '=', '1'};
        byte[] expected = utf8.clone();
        expected[10] = '2';

        assertThat(PropertiesEditor.open("f", utf8).set("b", "2").content()).isEqualTo(expected);
    }

    @Test
    void charactersBeyondAsciiAreWrittenAsEscapes() {
        assertText(open("a=1\n").set("a", "\u00E9\u20AC\uD83D\uDE00").set("\u20AC", "\u0001"))
                .isEqualTo("a=\\u00E9\\u20AC\\uD83D\\uDE00\n\\u20AC=\\u0001\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\\u12", "a=\\uxyz1", "\\u=1"})
    void aMalformedEscapeIsRefusedWithItsLine(String line) {
        assertThatThrownBy(() -> open("# c\n" + line))
                .isInstanceOf(EditException.class)
                .hasMessageStartingWith("conf/test.properties:2: ");
    }

    @Test
    void whateverIsWrittenIsWhatPropertiesLoads() throws IOException {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            String text = random(random, "ab\\\\\n\r\n\t\f =:#!\u00E9", 40);
            String key = random(random, "ab =:#!\\\t\u20AC", 4);
            String value = random(random, "ab =:#!\\\t\n\r\f\u00E9\u20AC\u0000", 8);
            String message = "seed " + seed + ", run " + i + ", text '" + text + "', key '" + key + "'";
            PropertiesEditor editor = open(text);
            assertText(editor).as(message).isEqualTo(text);
            Properties expected = load(editor);
            assertThat(Set.copyOf(editor.keys())).as(message).isEqualTo(expected.stringPropertyNames());
            expected.forEach(
                    (k, v) -> assertThat(editor.get((String) k)).as(message).contains((String) v));

            expected.setProperty(key, value);
            assertThat(named(load(editor.set(key, value)))).as(message).isEqualTo(named(expected));
            byte[] once = editor.content();
            assertThat(editor.set(key, value).content()).as(message).isEqualTo(once);

            expected.remove(key);
            assertThat(named(load(editor.remove(key)))).as(message).isEqualTo(named(expected));
        }
    }

    /** A lone backslash at the end of a file loads as an empty entry, which a further line makes vanish. */
    private static Properties named(Properties properties) {
        Properties named = new Properties();
        named.putAll(properties);
        named.remove("");
        return named;
    }

    private static String random(Random random, String alphabet, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(maxLength + 1); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}

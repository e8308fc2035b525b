package io.github.eicluster.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Miniatures;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Random edits: each means what it should, touches nothing else, and does nothing when done again. */
class EditPropertiesTest {

    private static final long SEED = 61_064_066L;
    private static final int EDITS = 10_000;
    private static final int EDITS_OF_ONE_SHAPE = 12;
    private static final int EDITS_OF_ONE_STOCK_FILE = 10;

    private final Random random = new Random(SEED);
    private final XmlOracle oracle = new XmlOracle();
    private final XmlScanner scanner = XmlScanner.forFiles();
    private int edits;

    EditPropertiesTest() throws ParserConfigurationException {}

    @Test
    void tenThousandEditsOfFilesOfManyShapesAreLossless() throws IOException, SAXException {
        List<byte[]> shapes = shapes();
        for (int round = 0; edits < EDITS; round++) {
            int shape = round % shapes.size();
            editOften("shape " + shape, shapes.get(shape), EDITS_OF_ONE_SHAPE);
        }
        assertThat(edits).isGreaterThanOrEqualTo(EDITS);
    }

    @Test
    void tenThousandEditsOfMiniatureFilesAreLossless() throws IOException, SAXException {
        List<Map.Entry<String, byte[]>> files = miniatures();
        for (int round = 0; edits < EDITS; round++) {
            Map.Entry<String, byte[]> file = files.get(round % files.size());
            editOften(file.getKey(), file.getValue(), EDITS_OF_ONE_SHAPE);
        }
        assertThat(edits).isGreaterThanOrEqualTo(EDITS);
    }

    @Test
    void editsOfEveryStockXmlFileAreLossless() throws IOException, SAXException {
        for (Map.Entry<String, byte[]> file : stock(".xml").entrySet()) {
            editOften(file.getKey(), file.getValue(), EDITS_OF_ONE_STOCK_FILE);
        }
    }

    @Test
    void editsOfEveryStockPropertiesFileAreLossless() throws IOException {
        for (Map.Entry<String, byte[]> file : stock(".properties").entrySet()) {
            PropertiesEditor editor = PropertiesEditor.open(file.getKey(), file.getValue());
            assertThat(editor.content()).as(file.getKey()).isEqualTo(file.getValue());
            for (String key : editor.keys()) {
                editProperty(file.getKey(), file.getValue(), key);
            }
        }
    }

    private static void editProperty(String name, byte[] before, String key) throws IOException {
        String message = name + ", key " + key;
        Properties expected = new Properties();
        expected.load(new java.io.ByteArrayInputStream(before));
        PropertiesEditor editor = PropertiesEditor.open(name, before);
        assertThat(editor.get(key)).as(message).contains(expected.getProperty(key));
        expected.setProperty(key, "a\\b = c");
        byte[] after = editor.set(key, "a\\b = c").content();
        Properties actual = new Properties();
        actual.load(new java.io.ByteArrayInputStream(after));
        assertThat(actual).as(message).isEqualTo(expected);
        assertThat(lines(after).filter(line -> !line.contains("a\\\\b = c")))
                .as(message)
                .isSubsetOf(lines(before).toList());
    }

    private static Stream<String> lines(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).lines();
    }

    private void editOften(String name, byte[] start, int times) throws IOException, SAXException {
        byte[] content = start;
        Document document = oracle.parse(content);
        assertThat(XmlEditor.open(name, content).content()).as(name).isEqualTo(content);
        for (int i = 0; i < times; i++) {
            List<Element> elements = XmlOracle.elements(document);
            int index = random.nextInt(elements.size());
            RandomEdit edit = RandomEdit.of(random, elements.get(index), edits);
            String message = "seed " + SEED + ", edit " + edits + " of " + name + ": " + edit;
            byte[] after = check(message, name, content, document, index, edit);
            document = oracle.parse(after);
            content = after;
            edits++;
        }
    }

    private byte[] check(String message, String name, byte[] before, Document document, int index, RandomEdit edit)
            throws IOException, SAXException {
        XmlEditor editor = XmlEditor.open(name, before);
        byte[] after = edit.apply(editor).content();
        Document actual = oracle.parse(after);
        Element fragment = fragment(edit, XmlOracle.elements(document).get(index));
        assertThat(edit.expected(document, index, fragment)).as(message).anyMatch(one -> XmlOracle.same(one, actual));
        if (edit.kind() == RandomEdit.Kind.SET_TEXT) {
            assertThat(RandomEdit.ownText(XmlOracle.elements(actual).get(index)))
                    .as(message)
                    .isEqualTo(edit.value());
        }
        if (edit.repeatable()) {
            assertThat(edit.apply(editor).content()).as("again, " + message).isEqualTo(after);
            assertThat(edit.apply(XmlEditor.open(name, after)).content())
                    .as("afresh, " + message)
                    .isEqualTo(after);
        }
        checkRegion(message, name, before, after, edit);
        checkUndo(message, name, before, after, edit);
        return after;
    }

    private Element fragment(RandomEdit edit, Element target) throws IOException, SAXException {
        boolean beside = edit.kind() == RandomEdit.Kind.AFTER || edit.kind() == RandomEdit.Kind.BEFORE;
        String namespace = (beside ? target.getParentNode() : target).lookupNamespaceURI(null);
        String source = edit.value().startsWith("<new ") ? edit.value() : "";
        String wrapped = "<w xmlns='" + (namespace == null ? "" : namespace) + "'>" + source + "</w>";
        return oracle.parse(wrapped.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    /** Everything outside of the element's lines is the same text, character by character. */
    private void checkRegion(String message, String name, byte[] before, byte[] after, RandomEdit edit) {
        String old = TextEncoding.detect(name, before).decode(name, before);
        String changed = TextEncoding.detect(name, after).decode(name, after);
        XmlElement element = PathExpression.parse(edit.path())
                .select(scanner.scan(name, old))
                .found()
                .get(0);
        boolean ofTag = edit.kind() == RandomEdit.Kind.SET_ATTRIBUTE || edit.kind() == RandomEdit.Kind.REMOVE_ATTRIBUTE;
        int start = ofTag ? element.start() : new Layout(old, element).lineStart(element.start());
        int end = ofTag ? element.contentStart() : lineEnd(old, element.end());
        String head = old.substring(0, start);
        String tail = old.substring(end);
        assertThat(changed.length()).as(message).isGreaterThanOrEqualTo(head.length() + tail.length());
        assertThat(changed.startsWith(head)).as("text before, " + message).isTrue();
        assertThat(changed.endsWith(tail)).as("text after, " + message).isTrue();
        boolean beside = edit.kind() == RandomEdit.Kind.AFTER || edit.kind() == RandomEdit.Kind.BEFORE;
        boolean within = edit.kind() == RandomEdit.Kind.APPEND || edit.kind() == RandomEdit.Kind.PREPEND;
        if (beside || (within && !element.selfClosing())) {
            assertThat(commonPrefix(old, changed) + commonPrefix(reversed(old), reversed(changed)))
                    .as("nothing is taken away, " + message)
                    .isGreaterThanOrEqualTo(old.length());
        }
    }

    private static int lineEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end + (text.startsWith("\r\n", end) ? 2 : Math.min(1, text.length() - end));
    }

    private static int commonPrefix(String left, String right) {
        int mismatch = Arrays.mismatch(left.toCharArray(), right.toCharArray());
        return mismatch < 0 ? left.length() : mismatch;
    }

    /** Character by character: unlike {@link StringBuilder#reverse} it keeps surrogates apart. */
    private static String reversed(String text) {
        char[] characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(characters.length - 1 - i);
        }
        return new String(characters);
    }

    private void checkUndo(String message, String name, byte[] before, byte[] after, RandomEdit edit) {
        String text = TextEncoding.detect(name, before).decode(name, before);
        XmlElement element = PathExpression.parse(edit.path())
                .select(scanner.scan(name, text))
                .found()
                .get(0);
        XmlEditor editor = XmlEditor.open(name, after);
        if (edit.kind() == RandomEdit.Kind.SET_TEXT && canonical(text, element)) {
            editor.setText(edit.path(), element.text());
        } else if (edit.kind() == RandomEdit.Kind.SET_ATTRIBUTE
                && element.attribute(edit.name()).isEmpty()) {
            editor.removeAttribute(edit.path(), edit.name());
        } else if (edit.kind() == RandomEdit.Kind.SET_ATTRIBUTE
                && canonical(text, element.attribute(edit.name()).orElseThrow())) {
            editor.setAttribute(
                    edit.path(),
                    edit.name(),
                    element.attribute(edit.name()).orElseThrow().value());
        } else {
            return;
        }
        assertThat(editor.content()).as("undo, " + message).isEqualTo(before);
    }

    /** Whether the text is written as the editor would write it. */
    private static boolean canonical(String text, XmlElement element) {
        String raw = text.substring(element.contentStart(), element.contentEnd());
        return !element.selfClosing()
                && !raw.contains("\n")
                && !raw.contains("&#")
                && XmlText.escapeText(element.text(), "\n").equals(raw);
    }

    private static boolean canonical(String text, XmlAttribute attribute) {
        String raw = text.substring(attribute.valueStart(), attribute.valueEnd());
        return XmlText.escapeAttribute(attribute.value(), text.charAt(attribute.valueEnd()))
                .equals(raw);
    }

    private static List<byte[]> shapes() {
        String head = "<?xml version='1.0' encoding='%s'?>\n";
        List<byte[]> shapes = new ArrayList<>();
        for (String body : List.of(INDENTED, TABS, DENSE, NAMESPACES, ODD)) {
            shapes.add(body.getBytes(StandardCharsets.UTF_8));
            shapes.add(body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            shapes.add(("\uFEFF" + body).getBytes(StandardCharsets.UTF_8));
            shapes.add(("\uFEFF" + body).getBytes(StandardCharsets.UTF_16LE));
            shapes.add((head.formatted("ISO-8859-1") + body).getBytes(StandardCharsets.ISO_8859_1));
            shapes.add((head.formatted("windows-1252") + body).getBytes(Charset.forName("windows-1252")));
        }
        return shapes;
    }

    private static final String INDENTED = """
            <!-- before <cluster enable="false"/> -->
            <axis name="x">
                <!-- <cluster enable="false"/> -->
                <cluster enable="true"
                         class="c">
                    <parameter name="domain">d&amp;d</parameter>
                    <!--parameter name="host">h</parameter-->
                    <members>
                        <member>
                            <host>127.0.0.1</host>
                            <port>4000</port>
                        </member> <!-- the first -->
                    </members>
                </cluster>

                <receiver name="http"><parameter name="port">8280</parameter></receiver>
                <receiver name='https'/>
            </axis>
            """;

    private static final String TABS = """
            <server>
            \t<connector  protocol = "p"
            \t\t\tport="9443"
            \t\t\tserver='\u00E9'>
            \t</connector>
            \t<engine>

            \t\t<valve a="1" b = '2' />\t
            \t\t<host></host><alias>
            \t\t</alias>
            \t</engine>
            </server>""";

    private static final String DENSE =
            "<a b='1'><c>x</c><c/><d e=\"&quot;'&lt;\"><f>1</f><!--g/--><f>2</f></d> text <h><![CDATA[<&]]></h></a>";

    private static final String NAMESPACES = """
            <c:conf xmlns:c="urn:c" xmlns="urn:d" xmlns:svns="urn:s">
              <source c:kind="r">
                <password svns:secretAlias="A.B">p</password>
                <c:inner xmlns=""><leaf/></c:inner>
              </source>
            </c:conf>
            """;

    private static final String ODD = """
            <!DOCTYPE web [ <!ELEMENT web ANY> <!-- <web> --> ]>
            <?pi <web> ?>
            <web><?pi inside?>
                   <!-- -->
              <p>one<!-- <p>two</p> -->three</p  >
              <q
                r='>'>&#65;&#x42;]]&gt;</q>
            <s>\t
            </s>
              <empty   />
            </web>
            <!-- after -->

            """;

    private static List<Map.Entry<String, byte[]>> miniatures() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String version : Miniatures.VERSIONS) {
            files.putAll(files(Miniatures.home(version), ".xml"));
        }
        return List.copyOf(files.entrySet());
    }

    private static Map<String, byte[]> stock(String suffix) throws IOException {
        String folder = System.getProperty("ei-cluster.test.stock", "");
        Assumptions.assumeTrue(!folder.isBlank(), "skipped: -Dei-cluster.test.stock is not given");
        return files(Path.of(folder), suffix);
    }

    private static Map<String, byte[]> files(Path folder, String suffix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (path.toString().endsWith(suffix)) {
                    files.put(path.toString(), Files.readAllBytes(path));
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}

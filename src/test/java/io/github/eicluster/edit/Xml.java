package io.github.eicluster.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Short words for the tests of {@link XmlEditor}. */
final class Xml {

    static final String FILE = "conf/test.xml";

    private Xml() {}

    static XmlEditor open(String xml) {
        return XmlEditor.open(FILE, xml.getBytes(UTF_8));
    }

    static AbstractStringAssert<?> assertText(XmlEditor editor) {
        return Assertions.assertThat(new String(editor.content(), UTF_8));
    }
}

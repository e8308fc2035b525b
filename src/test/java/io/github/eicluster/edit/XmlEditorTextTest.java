package io.github.eicluster.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlEditorTextTest {

    @Test
    void settingTheTextOfALeafChangesNothingElse() {
        assertThat(edit("<a>\r\n\t<b x='1'>old</b> <!-- b -->\r\n</a>").setText("/a/b", "new"))
                .satisfies(has("<a>\r\n\t<b x='1'>new</b> <!-- b -->\r\n</a>"));
    }

    static XmlEditor edit(String xml) {
        return XmlEditor.open("conf/test.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    static java.util.function.Consumer<XmlEditor> has(String xml) {
        return editor ->
                assertThat(new String(editor.content(), StandardCharsets.UTF_8)).isEqualTo(xml);
    }
}

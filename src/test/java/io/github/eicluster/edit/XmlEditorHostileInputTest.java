package io.github.eicluster.edit;

import static io.github.eicluster.edit.Xml.assertText;
import static io.github.eicluster.edit.Xml.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEditorHostileInputTest {

    @Test
    void aDocumentTypeStaysAndIsNotRead() {
        String xml = """
                <?xml version="1.0"?>
                <!DOCTYPE web PUBLIC "-//Nobody//DTD//EN"
                  "http://localhost:1/never.dtd" [
                  <!ENTITY %% remote SYSTEM "http://localhost:1/never.ent">
                  %%remote;
                  <!ELEMENT web (a)> <!-- > ]> -->
                ]>
                <web><a>%s</a></web>
                """;
        assertText(open(xml.formatted("x")).setText("/web/a", "y")).isEqualTo(xml.formatted("y"));
    }

    @Test
    void entitiesAreNeverExpanded() {
        String bomb = """
                <!DOCTYPE a [
                  <!ENTITY l0 "lol">
                  <!ENTITY l1 "&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;">
                  <!ENTITY l2 "&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;">
                ]>
                <a>%s</a>
                """;
        assertText(open(bomb.formatted("x")).setText("/a", "y")).isEqualTo(bomb.formatted("y"));
        assertThatThrownBy(() -> open(bomb.formatted("&l2;")))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("conf/test.xml:6:")
                .hasMessageContaining("l2")
                .hasMessageNotContaining("lol");
    }

    @Test
    void noExternalEntityIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP");
        String xml = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n<a b='%s'>%s</a>";

        assertThatThrownBy(() -> open(xml.formatted("", "&e;"))).hasMessageNotContaining("TOP");
        assertThatThrownBy(() -> open(xml.formatted("&e;", ""))).hasMessageNotContaining("TOP");
        assertThat(open(xml.formatted("", "x")).text("/a")).contains("x");
    }

    @Test
    void fiveHundredLevelsWorkAndMoreAreRefused() {
        String deep = "<a>".repeat(500) + "x" + "</a>".repeat(500);
        String path = "/a".repeat(500);

        assertText(open(deep).setText(path, "y").setAttribute("/a", "b", "c"))
                .isEqualTo(deep.replace("x", "y").replaceFirst("<a>", "<a b=\"c\">"));
        assertThat(open(deep).appendChild(path.substring(2), "<c/>").exists(path.substring(2) + "/c"))
                .isTrue();
        assertThatThrownBy(() -> open("<a>\n" + deep + "</a>"))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("conf/test.xml:2: elements are nested deeper than 500 levels");
        assertThatThrownBy(() -> open("<r/>").appendChild("/r", "<a>".repeat(100_000)))
                .isInstanceOf(EditException.class);
    }

    @Test
    void hugeInputIsRefusedBeforeItIsRead() {
        byte[] huge = new byte[64 * 1024 * 1024 + 1];

        assertThatThrownBy(() -> XmlEditor.open("conf/huge.xml", huge))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("conf/huge.xml: is larger than 64 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "<",
                "<a",
                "<a>",
                "</a>",
                "<a></b>",
                "<a b/>",
                "<a b='1' b='2'/>",
                "<a>&",
                "<a>&x;</a>",
                "<a/><a/>",
                "<a><!-- -- --></a>",
                "<a>\u0001</a>",
                "<a>]]></a>",
                "<p:a/>",
                "<!-- only -->",
                "\u0000<a/>"
            })
    void whatIsNotWellFormedIsRefusedWithThePlace(String xml) {
        assertThatThrownBy(() -> open(xml))
                .isInstanceOf(EditException.class)
                .hasMessageMatching("(?s)conf/test\\.xml:\\d+:\\d+: not well-formed XML \\(.+\\); correct .*");
    }

    @Test
    void theLineOfAMistakeIsGiven() {
        assertThatThrownBy(() -> open("<a>\n  <b>\n</a>")).hasMessageContaining("conf/test.xml:3:");
    }
}

package io.github.eicluster.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    private final UnifiedDiff diff = new UnifiedDiff(new Mask(List.of("tiger&lion")));

    @Test
    void aChangedLineStandsBetweenThreeLinesOfContext() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertThat(of("conf/a.txt", before, before.replace("5\n", "five\nand more\n")))
                .isEqualTo("""
                        --- a/conf/a.txt
                        +++ b/conf/a.txt
                        @@ -2,7 +2,8 @@
                         2
                         3
                         4
                        -5
                        +five
                        +and more
                         6
                         7
                         8
                        """);
    }

    @Test
    void changesFarApartAreSeveralHunks() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
        String after = before.replace("2\n3", "2\nx\n3").replace("12\n", "");
        assertThat(of("a", before, after)).contains("@@ -1,5 +1,6 @@").contains("@@ -9,4 +10,3 @@");
    }

    @Test
    void changesWithSixCommonLinesBetweenThemShareAHunk() {
        assertThat(of("a", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n"))
                .contains("@@ -1,8 +1,8 @@")
                .containsOnlyOnce("@@ -");
    }

    @Test
    void equalFilesHaveNoDiff() {
        assertThat(of("a", "x\n", "x\n")).isEmpty();
    }

    @Test
    void aNewFileIsComparedWithNothing() {
        assertThat(diff.of("conf/new.properties", Optional.empty(), bytes("a=1\n")))
                .isEqualTo("--- /dev/null\n+++ b/conf/new.properties\n@@ -0,0 +1 @@\n+a=1\n");
    }

    @Test
    void carriageReturnsAreNotShown() {
        assertThat(of("a", "1\r\n2\r\n3\r\n", "1\r\ntwo\r\n3\r\n"))
                .endsWith("@@ -1,3 +1,3 @@\n 1\n-2\n+two\n 3\n")
                .doesNotContain("\r");
    }

    @Test
    void aChangeOfLineEndingIsNotHidden() {
        assertThat(of("a", "1\r\n2\r\n3\r\n", "1\r\n2\n3\r\n")).contains("-2\n+2 [LF]\n");
        assertThat(of("a", "1\n2\n3\n", "1\n2\r\n3\n")).contains("-2\n+2 [CR LF]\n");
    }

    @Test
    void aMissingFinalNewlineIsMarked() {
        assertThat(of("a", "1\n2", "1\n2\n")).endsWith(" 1\n-2\n\\ No newline at end of file\n+2\n");
    }

    @Test
    void binaryFilesAreOneLine() {
        assertThat(diff.of("x.jks", Optional.of(new byte[] {1, 0}), new byte[] {2, 0}))
                .isEqualTo("Binary files a/x.jks and b/x.jks differ\n");
    }

    @Test
    void theDeclaredEncodingIsRead() {
        String before = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>Z\u00fcrich</a>\n";
        String after = before.replace("Z\u00fcrich", "M\u00fcnchen");
        assertThat(diff.of(
                        "a.xml",
                        Optional.of(before.getBytes(StandardCharsets.ISO_8859_1)),
                        after.getBytes(StandardCharsets.ISO_8859_1)))
                .contains("+<a>M\u00fcnchen</a>");
    }

    @Test
    void aChangedPasswordIsSeenToChangeButNotShown() {
        String before = "<c>\n<password>old-one</password>\n<other>tiger&amp;lion</other>\n</c>\n";
        String after = before.replace("old-one", "tiger&amp;lion");
        assertThat(of("conf/a.xml", before, after))
                .contains("-<password>***</password>\n+<password>***</password>\n")
                .contains(" <other>***</other>")
                .doesNotContain("old-one")
                .doesNotContain("tiger");
    }

    @Test
    void aSecretInContextLinesIsHiddenToo() {
        assertThat(of("a.properties", "db.password=hidden-a\nx=1\n", "db.password=hidden-a\nx=2\n"))
                .contains(" db.password=***")
                .doesNotContain("hidden-a");
    }

    @Test
    void coloursFollowTheKindOfLine() {
        String text = of("a", "1\n-- x\n", "1\n++ y\n");
        assertThat(UnifiedDiff.coloured(text))
                .contains("\u001b[1m--- a/a\u001b[0m\n")
                .contains("\u001b[36m@@ -1,2 +1,2 @@\u001b[0m\n")
                .contains("\n 1\n")
                .contains("\u001b[31m--- x\u001b[0m\n")
                .contains("\u001b[32m+++ y\u001b[0m\n");
        assertThat(UnifiedDiff.coloured(text).replaceAll("\u001b\\[\\d+m", "")).isEqualTo(text);
    }

    private String of(String path, String before, String after) {
        return diff.of(path, Optional.of(bytes(before)), bytes(after));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

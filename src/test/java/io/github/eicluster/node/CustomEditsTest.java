package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.CustomEdit.Action;
import io.github.eicluster.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomEditsTest {

    private static final String XML = "conf/a.xml";
    private static final String PROPERTIES = "conf/a.properties";

    private final SharedData data = new SharedData()
            .file(XML, "<a>\n    <b x=\"1\">old</b>\n    <!--<c>off</c>-->\n</a>\n")
            .file(PROPERTIES, "k=1\n");

    private final List<CustomEdit> edits = new ArrayList<>();

    @Test
    void everyActionOfXmlIsDone() {
        edit(XML, Action.SET_TEXT, "/a/b", "", "new & <better");
        edit(XML, Action.SET_ATTRIBUTE, "/a/b", "y", "2");
        edit(XML, Action.REMOVE_ATTRIBUTE, "/a/b", "x", null);
        edit(XML, Action.UNCOMMENT, "/a/c", "", "on");
        edit(XML, Action.INSERT, "/a", "", "<d/>");
        assertThat(apply().text(XML))
                .isEqualTo("<a>\n    <b y=\"2\">new &amp; &lt;better</b>\n    <c>on</c>\n    <d/>\n</a>\n");
        assertThat(data.problems()).isEmpty();
    }

    @Test
    void elementsAreRemoved() {
        edit(XML, Action.REMOVE, "/a/b", "", null);
        edit(XML, Action.REMOVE, "/a/none", "", null);
        assertThat(apply().text(XML)).isEqualTo("<a>\n    <!--<c>off</c>-->\n</a>\n");
        assertThat(data.problems()).isEmpty();
    }

    @Test
    void uncommentWithoutAValueKeepsTheText() {
        edit(XML, Action.UNCOMMENT, "/a/c", "", null);
        assertThat(apply().text(XML)).contains("<c>off</c>").doesNotContain("<!--");
    }

    @Test
    void propertiesAreSetAndRemovedAndTheFileMayBeNew() {
        edit(PROPERTIES, Action.REMOVE_PROPERTY, "k", "", null);
        edit(PROPERTIES, Action.SET_PROPERTY, "n", "", "2");
        edit("conf/new.properties", Action.SET_PROPERTY, "z", "", "3");
        assertThat(apply().text(PROPERTIES)).contains("n=2").doesNotContain("k=1");
        assertThat(data.text("conf/new.properties")).contains("z=3");
    }

    @Test
    void applyingAgainChangesNothing() {
        edit(XML, Action.SET_TEXT, "/a/b", "", "new");
        edit(XML, Action.UNCOMMENT, "/a/c", "", "on");
        edit(XML, Action.INSERT, "/a", "", "<d>\n    <e/>\n</d>");
        edit(PROPERTIES, Action.SET_PROPERTY, "n", "", "2");
        apply();
        data.settle();
        assertThat(apply().files().changed()).isEmpty();
        assertThat(data.problems()).isEmpty();
    }

    @Test
    void anEditForOtherNodesIsLeftOut() {
        edits.add(new CustomEdit(
                "edits/edit[1]",
                XML,
                Action.SET_TEXT,
                "/a/b",
                "",
                Optional.of("new"),
                Optional.empty(),
                Set.of("node2")));
        assertThat(apply().files().changed()).isEmpty();
    }

    @Test
    void secretsAreWrittenAndCountedAndNeverShown() {
        Secret secret = new Secret("top]]>secret", Secret.Source.SETTINGS);
        edits.add(new CustomEdit(
                "edits/edit[1]", XML, Action.SET_TEXT, "/a/b", "", Optional.empty(), Optional.of(secret), Set.of()));
        edits.add(new CustomEdit(
                "edits/edit[2]", XML, Action.INSERT, "/a", "", Optional.empty(), Optional.of(secret), Set.of()));
        assertThat(apply().text(XML)).contains("secret</b>");
        assertThat(data.files().clearSecrets()).containsEntry(XML, 2);
        assertThat(data.errors())
                .singleElement()
                .asString()
                .startsWith("edits/edit[2]: ")
                .doesNotContain("top]]>secret");
    }

    @Test
    void aSecretThatTheMessageWouldQuoteIsMasked() {
        Secret secret = new Secret("/a/missing", Secret.Source.SETTINGS);
        edits.add(new CustomEdit(
                "edits/edit[1]",
                XML,
                Action.SET_TEXT,
                "/a/missing",
                "",
                Optional.empty(),
                Optional.of(secret),
                Set.of()));
        apply();
        assertThat(data.errors()).singleElement().asString().contains("has no element ***.");
    }

    @Test
    void everyBadEditIsReportedWithItsPlaceAndTheOthersAreDone() {
        edit("conf/none.xml", Action.SET_TEXT, "/a/b", "", "x");
        edit(XML, Action.SET_TEXT, "/a/missing", "", "x");
        edit(XML, Action.SET_TEXT, "/a/c", "", "x");
        edit(XML, Action.SET_TEXT, "/a/p[q='/r']/s", "", "x");
        edit(XML, Action.INSERT, "/wrong", "", "<d/>");
        edit(XML, Action.SET_TEXT, "/a/b", "", "done");
        assertThat(apply().text(XML)).contains(">done</b>");
        assertThat(data.errors()).hasSize(5);
        assertThat(data.errors().get(0)).startsWith("edits/edit[1]: the file conf/none.xml is neither");
        assertThat(data.errors().get(1))
                .startsWith("edits/edit[2]: conf/a.xml")
                .contains("has no element /a/missing")
                .contains("use insert with xpath /a ");
        assertThat(data.errors().get(2)).contains("use uncomment");
        assertThat(data.errors().get(3)).contains("/a/p[q='/r'] does not exist either");
        assertThat(data.errors().get(4)).startsWith("edits/edit[5]: ").contains("/wrong");
    }

    private void edit(String file, Action action, String target, String attribute, String value) {
        edits.add(new CustomEdit(
                "edits/edit[" + (edits.size() + 1) + "]",
                file,
                action,
                target,
                attribute,
                Optional.ofNullable(value),
                Optional.empty(),
                Set.of()));
    }

    private SharedData apply() {
        data.edits = edits;
        return data.apply(new CustomEdits());
    }
}

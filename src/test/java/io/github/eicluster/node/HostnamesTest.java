package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.product.Layout;
import org.junit.jupiter.api.Test;

class HostnamesTest {

    @Test
    void bothCommentedNamesBecomeLiveWhereTheyStand() {
        String text = apply(MapHome.mini(), TestClusters.guide()).text(Layout.CARBON);

        assertThat(text)
                .isEqualTo(MapHome.mini()
                        .text(Layout.CARBON)
                        .replace("<!--HostName>www.example.org</HostName-->", "<HostName>ei.wso2.com</HostName>")
                        .replace(
                                "<!--MgtHostName>mgt.example.org</MgtHostName-->",
                                "<MgtHostName>ui.ei.wso2.com</MgtHostName>"));
    }

    @Test
    void withoutAConsoleNameTheBasesOneStays() {
        TestClusters cluster = TestClusters.guide().withoutBalancer();

        assertThat(apply(MapHome.mini(), cluster).text(Layout.CARBON))
                .contains("<!--MgtHostName>mgt.example.org</MgtHostName-->");
        MapHome live = MapHome.mini()
                .replace(
                        Layout.CARBON,
                        "<!--MgtHostName>mgt.example.org</MgtHostName-->",
                        "<MgtHostName>mgt.example.org</MgtHostName>");
        assertThat(apply(live, cluster).dom(Layout.CARBON).text("/Server/MgtHostName"))
                .isEqualTo("mgt.example.org");
    }

    @Test
    void aLiveNameIsChangedAndItsCommentedTwinStays() {
        MapHome base = MapHome.mini()
                .replace(Layout.CARBON, "    <ServerURL>", "    <HostName> old </HostName>\n    <ServerURL>");

        Applied applied = apply(base, TestClusters.guide());

        assertThat(applied.dom(Layout.CARBON).texts("/Server/HostName")).containsExactly("ei.wso2.com");
        assertThat(applied.text(Layout.CARBON)).contains("<!--HostName>www.example.org</HostName-->");
    }

    @Test
    void ofSeveralLiveNamesOnlyTheFirstIsLeft() {
        MapHome base = MapHome.mini()
                .replace(
                        Layout.CARBON,
                        "    <ServerURL>",
                        "    <HostName>one</HostName>\n    <HostName>two</HostName>\n    <ServerURL>")
                .replace(Layout.CARBON, "</Server>", "    <HostName>three</HostName>\n</Server>");

        Applied applied = apply(base, TestClusters.guide());

        assertThat(applied.dom(Layout.CARBON).texts("/Server/HostName")).containsExactly("ei.wso2.com");
        assertThat(applied.text(Layout.CARBON)).contains("    <HostName>ei.wso2.com</HostName>\n    <ServerURL>");
    }

    @Test
    void missingNamesAreInsertedAfterTheVersion() {
        MapHome base = MapHome.mini()
                .replace(Layout.CARBON, "    <!--HostName>www.example.org</HostName-->\n", "")
                .replace(Layout.CARBON, "    <!--MgtHostName>mgt.example.org</MgtHostName-->\n", "");

        assertThat(apply(base, TestClusters.guide()).text(Layout.CARBON)).contains("""
                            <Version>6.4.0</Version>
                            <HostName>ei.wso2.com</HostName>
                            <MgtHostName>ui.ei.wso2.com</MgtHostName>
                        """);
    }

    @Test
    void ofSeveralCommentedNamesNoneIsMeantAndANewOneIsInserted() {
        MapHome base = MapHome.mini()
                .replace(
                        Layout.CARBON,
                        "    <ServerURL>",
                        "    <!--HostName>old.example.org</HostName-->\n    <ServerURL>");

        Applied applied = apply(base, TestClusters.guide());

        assertThat(applied.dom(Layout.CARBON).texts("/Server/HostName")).containsExactly("ei.wso2.com");
        assertThat(applied.text(Layout.CARBON))
                .contains("<!--HostName>www.example.org</HostName-->", "<!--HostName>old.example.org</HostName-->");
    }

    @Test
    void anAlmostEmptyFileGetsThemFirst() {
        MapHome base = MapHome.mini().text(Layout.CARBON, "<Server>\n    <Ports/>\n</Server>\n");

        Dom dom = apply(base, TestClusters.guide()).dom(Layout.CARBON);

        assertThat(dom.text("/Server/*[1]")).isEqualTo("ei.wso2.com");
        assertThat(dom.text("/Server/*[2]")).isEqualTo("ui.ei.wso2.com");
    }

    private static Applied apply(MapHome base, TestClusters cluster) {
        return Applied.first(new Hostnames(), base, cluster);
    }
}

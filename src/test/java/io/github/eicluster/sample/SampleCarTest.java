package io.github.eicluster.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Miniatures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SampleCarTest {

    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void theApplicationNamesItsPartsAndEachPartNamesItsFile() throws Exception {
        Map<String, byte[]> entries = entries(new SampleCar().bytes(TIME));

        assertThat(entries.keySet())
                .containsExactly(
                        "EiClusterHealth_1.0.0/",
                        "EiClusterHealth_1.0.0/EiClusterHealth-1.0.0.xml",
                        "EiClusterHealth_1.0.0/artifact.xml",
                        "EiClusterSample_1.0.0/",
                        "EiClusterSample_1.0.0/EiClusterSample-1.0.0.xml",
                        "EiClusterSample_1.0.0/artifact.xml",
                        "artifacts.xml");
        NodeList dependencies = xml(entries.get("artifacts.xml")).getElementsByTagName("dependency");
        assertThat(dependencies.getLength()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            Element dependency = (Element) dependencies.item(i);
            String folder = dependency.getAttribute("artifact") + "_" + dependency.getAttribute("version") + "/";
            Element artifact = xml(entries.get(folder + "artifact.xml")).getDocumentElement();
            String file = artifact.getElementsByTagName("file").item(0).getTextContent();
            assertThat(artifact.getAttribute("name")).isEqualTo(dependency.getAttribute("artifact"));
            assertThat(artifact.getAttribute("serverRole")).isEqualTo("EnterpriseServiceBus");
            assertThat(xml(entries.get(folder + file)).getDocumentElement().getAttribute("name"))
                    .isEqualTo(dependency.getAttribute("artifact"));
        }
    }

    @Test
    void everyVersionHasTheServerRole() throws Exception {
        for (String version : Miniatures.VERSIONS) {
            assertThat(Files.readString(
                            Miniatures.home(version).resolve("conf/carbon.xml"), StandardCharsets.ISO_8859_1))
                    .contains("<Role>EnterpriseServiceBus</Role>");
        }
    }

    @Test
    void theSameTimeGivesTheSameBytesInEveryTimeZone() {
        byte[] here = new SampleCar().bytes(TIME);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(new SampleCar().bytes(TIME)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(new SampleCar().bytes(TIME.plusSeconds(60))).isNotEqualTo(here);
    }

    /** The expressions are evaluated as the server does, with its function get-property. */
    @ParameterizedTest
    @CsvSource({"node1, 10.0.0.1, node1", "'', 10.0.0.1, 10.0.0.1", "node1, '', node1"})
    void theNodeIsItsIdOrElseItsAddress(String id, String address, String expected) throws Exception {
        Map<String, byte[]> entries = entries(new SampleCar().bytes(TIME));
        for (String file : new String[] {
            "EiClusterHealth_1.0.0/EiClusterHealth-1.0.0.xml", "EiClusterSample_1.0.0/EiClusterSample-1.0.0.xml"
        }) {
            Map<String, String> properties = new LinkedHashMap<>(Map.of("SERVER_IP", address));
            NodeList all = xml(entries.get(file)).getElementsByTagName("property");
            for (int i = 0; i < 2; i++) {
                Element property = (Element) all.item(i);
                properties.put(
                        property.getAttribute("name"), evaluate(property.getAttribute("expression"), id, properties));
            }

            assertThat(properties).containsEntry("node", expected);
        }
    }

    private static String evaluate(String expression, String id, Map<String, String> properties) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        // XPath of the JDK wants a prefix for functions that are not its own.
        xpath.setNamespaceContext(new Synapse());
        xpath.setXPathFunctionResolver((name, arity) -> arguments -> arity == 2
                ? "system".equals(arguments.get(0)) && "ei-cluster.node".equals(arguments.get(1)) ? id : ""
                : properties.getOrDefault(arguments.get(0), ""));
        return xpath.evaluate(
                expression.replace("get-property", "s:get-property"),
                xml("<none/>".getBytes(StandardCharsets.UTF_8)).getDocumentElement());
    }

    private static final class Synapse implements javax.xml.namespace.NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return new QName("http://ws.apache.org/ns/synapse", "x").getNamespaceURI();
        }

        @Override
        public String getPrefix(String uri) {
            return "s";
        }

        @Override
        public java.util.Iterator<String> getPrefixes(String uri) {
            return java.util.List.of("s").iterator();
        }
    }

    private static Document xml(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static Map<String, byte[]> entries(byte[] car) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(car))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}

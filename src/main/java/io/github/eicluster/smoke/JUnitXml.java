package io.github.eicluster.smoke;

import io.github.eicluster.template.Html;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as JUnit XML: a suite per subject, a case per check; what was not checked is skipped. */
public final class JUnitXml {

    private JUnitXml() {}

    /**
     * Writes the report.
     *
     * @param report what was found
     * @return the file, UTF-8
     */
    public static byte[] of(SmokeReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "ei-cluster:smoke-test");
            xml.writeAttribute(
                    "time", String.format(Locale.ROOT, "%.3f", report.elapsed().toMillis() / 1e3));
            for (var suite : report.bySubject().entrySet()) {
                suite(xml, suite.getKey(), suite.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void suite(XMLStreamWriter xml, String subject, List<Result> results) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", subject);
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", count(results, Result.Outcome.FAILED));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(results, Result.Outcome.NOT_CHECKED));
        for (Result result : results) {
            check(xml, result);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static String count(List<Result> results, Result.Outcome outcome) {
        return String.valueOf(
                results.stream().filter(result -> result.is(outcome)).count());
    }

    private static void check(XMLStreamWriter xml, Result result) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.subject());
        xml.writeAttribute("name", Html.legal(result.check()));
        switch (result.outcome()) {
            case PASSED -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(Html.legal(result.message()));
                xml.writeEndElement();
            }
            case FAILED -> {
                xml.writeStartElement("failure");
                xml.writeAttribute("type", result.rule().orElse("failed"));
                xml.writeAttribute("message", Html.legal(result.message()));
                xml.writeCharacters(Html.legal(result.message() + ". " + result.remedy()));
                xml.writeEndElement();
            }
            case NOT_CHECKED -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", Html.legal(result.message() + ". " + result.remedy()));
            }
        }
        xml.writeEndElement();
    }
}

package io.github.eicluster.product;

import io.github.eicluster.model.ClusterException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the version of a home in its files; the name of an archive or folder says nothing. */
public final class VersionDetector {

    private static final Pattern LINE =
            Pattern.compile("WSO2 Enterprise Integrator v?(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}[^\\s]*)");

    private static final int LONGEST_QUOTE = 60;

    private VersionDetector() {}

    /**
     * Reads {@code bin/version.txt} ({@code WSO2 Enterprise Integrator v6.6.0}); if that is missing or says something else,
     * the {@code Version} of {@code conf/carbon.xml} decides.
     *
     * @param home the home
     * @return its version
     * @throws ClusterException if neither file tells, or the version is not supported
     */
    public static EiVersion detect(Home home) {
        Optional<String> text = home.read(Layout.VERSION_TXT).map(VersionDetector::firstLine);
        Optional<EiVersion> version = text.flatMap(VersionDetector::ofLine);
        if (version.isEmpty()) {
            Said carbon =
                    home.read(Layout.CARBON).map(VersionDetector::ofCarbon).orElse(new Said("is missing", ""));
            version = parse(carbon.version);
            if (version.isEmpty()) {
                String first = text.map(line -> "says '" + line + "'").orElse("is missing");
                throw new ClusterException("The EI version of '" + home.origin() + "' is unknown: " + Layout.VERSION_TXT
                        + " " + first + ", " + Layout.CARBON + " " + carbon.text
                        + "; give a WSO2 EI 6.0.0 to 6.6.0 distribution.");
            }
        }
        return supported(version.get(), home);
    }

    private static EiVersion supported(EiVersion version, Home home) {
        if (!version.supported()) {
            throw new ClusterException("'" + home.origin() + "' has version " + version
                    + ", supported is WSO2 EI 6.0.0 to 6.6.0; give a distribution of one of these versions.");
        }
        return version;
    }

    private static Optional<EiVersion> ofLine(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.find() ? parse(matcher.group(1)) : Optional.empty();
    }

    private static Optional<EiVersion> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(EiVersion.parse(text));
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return quotable(text.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(""));
    }

    private static String quotable(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").trim();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line;
    }

    /** What carbon.xml says about itself: words for a message, and the version if it has one. */
    private record Said(String text, String version) {}

    private static Said ofCarbon(byte[] bytes) {
        try {
            return versionElement(bytes)
                    .map(version -> new Said("says '" + quotable(version) + "'", version))
                    .orElse(new Said("has no <Version>", ""));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return new Said("is not well-formed (line " + line + ")", "");
        }
    }

    /** {@code /Server/Version} only: plugins have versions too. */
    private static Optional<String> versionElement(byte[] bytes) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 2 && reader.getLocalName().equals("Version")) {
                        return Optional.of(reader.getElementText().trim());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return Optional.empty();
        } finally {
            reader.close();
        }
    }

    /** The JDK's own parser: another one on the class path belongs to the room that edits. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

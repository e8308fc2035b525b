package io.github.eicluster.library;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What is known of a Carbon application archive from its inside: {@code artifacts.xml} names the application, each {@code
 * <folder>/artifact.xml} one thing in it.
 *
 * @param application name of the application, by which the server tells applications apart; absent if it cannot be read
 * @param version version of the application, may be empty
 * @param artifacts names of the things in it by type, such as {@code synapse/task}
 */
record CarFacts(Optional<String> application, String version, Map<String, String> artifacts) {

    private static final String APPLICATION = "artifacts.xml";
    private static final Pattern ARTIFACT = Pattern.compile("[^/]+/artifact\\.xml");

    CarFacts {
        artifacts = Map.copyOf(artifacts);
    }

    static boolean wanted(String name) {
        return name.equals(APPLICATION) || ARTIFACT.matcher(name).matches();
    }

    static CarFacts of(ZipScan zip) {
        Root application = root(zip.contents().get(APPLICATION));
        Map<String, String> artifacts = new TreeMap<>();
        new TreeMap<>(zip.contents()).forEach((name, content) -> {
            Root artifact = root(content);
            if (ARTIFACT.matcher(name).matches() && !artifact.type().isEmpty()) {
                artifacts.merge(artifact.type(), artifact.name(), (one, other) -> one + ", " + other);
            }
        });
        return new CarFacts(
                Optional.of(application.name()).filter(name -> !name.isEmpty()), application.version(), artifacts);
    }

    /** Attributes of the first element named artifact. */
    private record Root(String name, String version, String type) {
        static final Root NONE = new Root("", "", "");
    }

    /** A descriptor that is not well-formed says nothing: the server would not deploy it either. */
    private static Root root(byte[] content) {
        if (content == null) {
            return Root.NONE;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT
                            && reader.getLocalName().equals("artifact")) {
                        return new Root(
                                attribute(reader, "name"), attribute(reader, "version"), attribute(reader, "type"));
                    }
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Root.NONE;
        }
        return Root.NONE;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }
}

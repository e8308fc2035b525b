package io.github.eicluster.library;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
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
 * @param parts the things in it, by the names of their folders
 */
public record CarFacts(Optional<String> application, String version, List<Part> parts) {

    private static final String APPLICATION = "artifacts.xml";
    private static final Pattern ARTIFACT = Pattern.compile("[^/]+/artifact\\.xml");

    /** Copies the list. */
    public CarFacts {
        parts = List.copyOf(parts);
    }

    /**
     * One thing in an application.
     *
     * @param type type, such as {@code synapse/task}
     * @param name its name
     * @param entry the file in the archive that holds it; empty if the descriptor names none
     */
    public record Part(String type, String name, String entry) {}

    /**
     * Tells whether a file has to be read.
     *
     * @param name name of a file in the archive
     * @return whether it is a descriptor
     */
    public static boolean wanted(String name) {
        return name.equals(APPLICATION) || ARTIFACT.matcher(name).matches();
    }

    /**
     * Reads the descriptors.
     *
     * @param zip the archive, with all that is {@linkplain #wanted wanted}
     * @return what they say; one that is not well-formed says nothing
     */
    public static CarFacts of(ZipScan zip) {
        Root application = root(zip.contents().get(APPLICATION));
        List<Part> parts = new ArrayList<>();
        new TreeMap<>(zip.contents()).forEach((name, content) -> {
            if (ARTIFACT.matcher(name).matches()) {
                Root artifact = root(content);
                String file =
                        artifact.file().isEmpty() ? "" : name.substring(0, name.indexOf('/') + 1) + artifact.file();
                if (!artifact.type().isEmpty()) {
                    parts.add(new Part(artifact.type(), artifact.name(), file));
                }
            }
        });
        return new CarFacts(
                Optional.of(application.name()).filter(name -> !name.isEmpty()), application.version(), parts);
    }

    /** {@return names of the things in it by type, joined by commas} */
    Map<String, String> artifacts() {
        Map<String, String> artifacts = new TreeMap<>();
        parts.forEach(part -> artifacts.merge(part.type(), part.name(), (one, other) -> one + ", " + other));
        return artifacts;
    }

    /** Attributes of the first element named artifact, and the file that it names. */
    private record Root(String name, String version, String type, String file) {
        static final Root NONE = new Root("", "", "", "");

        boolean isEmpty() {
            return equals(NONE);
        }
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
                Root found = Root.NONE;
                while (reader.hasNext()) {
                    boolean start = reader.next() == XMLStreamConstants.START_ELEMENT;
                    if (start && found.isEmpty() && reader.getLocalName().equals("artifact")) {
                        found = new Root(
                                attribute(reader, "name"), attribute(reader, "version"), attribute(reader, "type"), "");
                    } else if (start
                            && !found.isEmpty()
                            && reader.getLocalName().equals("file")) {
                        return new Root(
                                found.name(),
                                found.version(),
                                found.type(),
                                reader.getElementText().strip());
                    }
                }
                return found;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Root.NONE;
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Problem;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds text beside child elements in the plugin's configuration, such as a value left outside its element. Maven drops
 * such text when it reads the POM, so it has to be looked for in the file itself.
 */
public final class StrayText {

    private final String artifactId;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    private StrayText(String artifactId) {
        this.artifactId = artifactId;
    }

    /**
     * Looks through one POM.
     *
     * @param pom content of the POM
     * @param artifactId artifact id of the plugin whose configurations are looked at
     * @return one mistake for each piece of stray text; none if the file cannot be read as XML, which Maven reports
     */
    public static List<Problem> find(InputStream pom, String artifactId) {
        StrayText search = new StrayText(artifactId);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(pom);
            while (reader.hasNext()) {
                search.accept(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            return List.of();
        }
        return List.copyOf(search.problems);
    }

    private void accept(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                Frame parent = open.peek();
                if (parent != null) {
                    parent.children++;
                }
                open.push(new Frame(reader.getLocalName(), reader.getLocation().getLineNumber()));
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (open.peek() != null) {
                    open.peek().text.append(reader.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                Frame closed = open.pop();
                Frame parent = open.peek();
                if (parent != null && closed.name.equals("artifactId")) {
                    parent.artifactId = closed.text.toString().trim();
                }
                judge(closed);
                if (closed.name.equals("plugin") && closed.artifactId.equals(artifactId)) {
                    problems.addAll(closed.pending);
                }
            }
            default -> {}
        }
    }

    private void judge(Frame closed) {
        String text = closed.text.toString().trim();
        if (text.isEmpty()) {
            return;
        }
        Frame plugin =
                open.stream().filter(f -> f.name.equals("plugin")).findFirst().orElse(null);
        if (closed.children > 0 && inConfiguration() && plugin != null) {
            // The artifactId may follow the configuration, so judge when the plugin is closed.
            plugin.pending.add(Problem.error(
                    path(closed),
                    "'" + shorten(text) + "' (POM line " + closed.line
                            + ") stands beside child elements, where Maven drops it. Put it into the element that it"
                            + " belongs to, or remove it."));
        }
    }

    private boolean inConfiguration() {
        return open.stream().anyMatch(f -> f.name.equals("configuration"));
    }

    private String path(Frame closed) {
        List<String> names = new ArrayList<>(List.of(closed.name));
        for (Frame frame : open) {
            if (frame.name.equals("configuration")) {
                break;
            }
            names.add(0, frame.name);
        }
        return String.join("/", names);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 37) + "...";
    }

    private static final class Frame {
        private final String name;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private final List<Problem> pending = new ArrayList<>();
        private String artifactId = "";
        private int children;

        private Frame(String name, int line) {
            this.name = name;
            this.line = line;
        }
    }
}

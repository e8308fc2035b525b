package io.github.eicluster.verify.home;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlView;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VersionDetector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One node: its files, each read and parsed at most once and only when a rule asks for it. Not for several threads. */
public final class NodeHome implements Home {

    /** Twenty times the largest configuration file of EI. */
    private static final int LARGEST = 4 << 20;

    private static final Pattern LINE_OF_MESSAGE = Pattern.compile("^[^:\n]*:(\\d{1,9})");

    private final String name;
    private final NodeFiles source;
    private final Set<String> paths;
    private final Map<String, Object> kept = new HashMap<>();
    private long bytesRead;

    /**
     * A node.
     *
     * @param name what reports call it
     * @param source its files
     */
    public NodeHome(String name, NodeFiles source) {
        this.name = name;
        this.source = source;
        this.paths = new LinkedHashSet<>(source.files());
    }

    /** {@return what reports call it} */
    public String name() {
        return name;
    }

    /** {@return whether it is an archive, in which no server can have run} */
    public boolean packed() {
        return source.packed();
    }

    /** {@return how many bytes of its files have been read} */
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public String origin() {
        return source.origin();
    }

    @Override
    public String root() {
        return name;
    }

    @Override
    public List<String> files() {
        return List.copyOf(paths);
    }

    /**
     * Lists the files of a folder.
     *
     * @param folder path with a slash at its end
     * @return paths below the home
     */
    public List<String> filesIn(String folder) {
        return paths.stream().filter(path -> path.startsWith(folder)).toList();
    }

    /**
     * Tells whether there is a file.
     *
     * @param path path below the home
     * @return whether it exists
     */
    public boolean has(String path) {
        return paths.contains(path) || source.size(path).isPresent();
    }

    /**
     * Gives the size of a file.
     *
     * @param path path below the home
     * @return bytes, or empty if there is no such file
     */
    public OptionalLong size(String path) {
        return source.size(path);
    }

    /**
     * Gives the permission bits of a file.
     *
     * @param path path below the home
     * @return such as {@code 0755}, or empty if they are unknown
     */
    public OptionalInt mode(String path) {
        return source.mode(path);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return read(path, LARGEST);
    }

    /**
     * Reads a file that is not larger than it should be.
     *
     * @param path path below the home
     * @param largest bytes
     * @return its bytes, or empty if there is no such file
     * @throws CannotCheck if it is larger or cannot be read
     */
    public Optional<byte[]> read(String path, int largest) {
        Place place = Place.of(name, path);
        OptionalLong size = source.size(path);
        if (size.isPresent() && size.getAsLong() > largest) {
            throw new CannotCheck(place, "the file is too large to be looked at (" + size.getAsLong() + " bytes)");
        }
        try {
            Optional<InputStream> opened = source.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                byte[] bytes = in.readNBytes(largest + 1);
                bytesRead += bytes.length;
                if (bytes.length > largest) {
                    throw new CannotCheck(place, "the file is too large to be looked at");
                }
                return Optional.of(bytes);
            }
        } catch (CannotCheck e) {
            throw e;
        } catch (IOException | ClusterException e) {
            throw new CannotCheck(place, "the file cannot be read (" + e.getMessage() + ")");
        }
    }

    @Override
    public Optional<InputStream> stream(String path) {
        return source.open(path);
    }

    /**
     * Keeps what is made of the files, so that it is made once.
     *
     * @param key what it is
     * @param make makes it
     * @param <T> its type
     * @return what was made first
     */
    @SuppressWarnings("unchecked") // whoever reads under a key has also written there
    public <T> T once(String key, Supplier<T> make) {
        Object found = kept.get(key);
        if (found == null) {
            found = attempt(make);
            kept.put(key, found);
        }
        if (found instanceof Failure failure) {
            throw new CannotCheck(failure.place(), failure.reason());
        }
        return (T) found;
    }

    private record Failure(Place place, String reason) {}

    private static Object attempt(Supplier<?> make) {
        try {
            return make.get();
        } catch (CannotCheck e) {
            return new Failure(e.place(), e.getMessage());
        }
    }

    /**
     * Reads an XML file.
     *
     * @param path path below the home
     * @return its root element, or empty if there is no such file
     * @throws CannotCheck if it is not well-formed
     */
    public Optional<XmlNode> optionalXml(String path) {
        return view(path).map(view -> XmlNode.root(name, path, view));
    }

    /**
     * Reads an XML file that has to be there.
     *
     * @param path path below the home
     * @return its root element
     * @throws CannotCheck if it is missing or not well-formed
     */
    public XmlNode xml(String path) {
        return optionalXml(path).orElseThrow(() -> new CannotCheck(Place.of(name, path), "the file is missing"));
    }

    private Optional<XmlView> view(String path) {
        return once("xml " + path, () -> read(path).map(bytes -> parse(path, () -> XmlView.read(path, bytes))));
    }

    /**
     * Reads a properties file.
     *
     * @param path path below the home
     * @return its entries, or empty if there is no such file
     * @throws CannotCheck if it cannot be read
     */
    public Optional<PropertiesFile> properties(String path) {
        return once(
                "properties " + path,
                () -> read(path)
                        .map(bytes -> parse(path, () -> PropertiesEditor.open(path, bytes)))
                        .map(entries -> new PropertiesFile(name, entries)));
    }

    private <T> T parse(String path, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (EditException e) {
            Matcher line = LINE_OF_MESSAGE.matcher(e.getMessage());
            int at = line.find() ? Integer.parseInt(line.group(1)) : 0;
            String reason = e.getMessage().replaceFirst("^[^ ]*: ", "");
            throw new CannotCheck(new Place(name, path, at, ""), reason);
        }
    }

    /**
     * Reads a text file.
     *
     * @param path path below the home
     * @return its lines, or empty if there is no such file
     * @throws CannotCheck if it cannot be read
     */
    public Optional<String> text(String path) {
        Optional<String> decoded = path.endsWith(".xml") ? decodedXml(path) : Optional.empty();
        return decoded.isPresent()
                ? decoded
                : once("text " + path, () -> read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    private Optional<String> decodedXml(String path) {
        try {
            return view(path).map(XmlView::text);
        } catch (CannotCheck e) {
            return Optional.empty();
        }
    }

    /**
     * The version of EI.
     *
     * @return it
     * @throws CannotCheck if no file tells it, or it is not supported
     */
    public EiVersion version() {
        return once("version", () -> {
            try {
                return VersionDetector.detect(this);
            } catch (CannotCheck e) {
                throw e;
            } catch (ClusterException e) {
                throw new CannotCheck(Place.of(name, Layout.VERSION_TXT), e.getMessage());
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }
}

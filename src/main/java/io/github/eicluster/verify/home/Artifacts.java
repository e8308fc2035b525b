package io.github.eicluster.verify.home;

import io.github.eicluster.edit.XmlView;
import io.github.eicluster.library.CarFacts;
import io.github.eicluster.library.ZipScan;
import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is deployed on a node: carbon applications, and configuration of the mediation engine in single files. */
public final class Artifacts {

    /** Folder that nodes share. */
    public static final String SERVER = "repository/deployment/server/";

    /** Folder of the mediation engine. */
    public static final String SYNAPSE = SERVER + "synapse-configs/default/";

    private static final String CARS = SERVER + "carbonapps/";

    private static final List<String> SHARED =
            List.of(CARS, SERVER + "synapse-configs/", SERVER + "dataservices/", SERVER + "eventpublishers/");

    /** Files that are there in every home, and what editors leave. */
    private static final Pattern IGNORED = Pattern.compile("(?:.*/)?(?:README[^/]*|\\.[^/]*|[^/]*~)");

    private static final Pattern PORT = Pattern.compile("inbound\\.(?:http|ws|hl7)\\.[pP]ort");

    private final NodeHome home;

    private Artifacts(NodeHome home) {
        this.home = home;
    }

    /**
     * The artifacts of a node.
     *
     * @param home the node
     * @return its artifacts
     */
    public static Artifacts of(NodeHome home) {
        return new Artifacts(home);
    }

    /**
     * A carbon application.
     *
     * @param file path below the home
     * @param name its name, the file's if it does not tell
     * @param parts the artifacts in it
     * @param zip what was read of it
     */
    public record Application(String file, String name, List<CarFacts.Part> parts, ZipScan zip) {}

    /** {@return SHA-256 of every deployed file by path} */
    public Map<String, String> hashes() {
        return home.once("hashes", () -> {
            Map<String, String> hashes = new TreeMap<>();
            for (String path : home.files()) {
                if (SHARED.stream().anyMatch(path::startsWith)
                        && !IGNORED.matcher(path).matches()) {
                    hashes.put(path, hash(path));
                }
            }
            return hashes;
        });
    }

    private String hash(String path) {
        try (InputStream in = home.stream(path).orElseThrow(() -> new IOException("it is gone"))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | ClusterException e) {
            throw new CannotCheck(Place.of(home.name(), path), "the file cannot be read (" + e.getMessage() + ")");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return paths of the carbon applications} */
    public List<String> cars() {
        return home.filesIn(CARS).stream().filter(path -> path.endsWith(".car")).toList();
    }

    /**
     * Looks into a carbon application.
     *
     * @param path its path below the home
     * @return what is in it
     * @throws CannotCheck if it is no application
     */
    public Application application(String path) {
        return home.once("car " + path, () -> {
            ZipScan zip = scan(path);
            CarFacts facts = CarFacts.of(zip);
            if (!zip.names().contains("artifacts.xml")) {
                throw new CannotCheck(Place.of(home.name(), path), "the archive holds no artifacts.xml");
            }
            return new Application(path, facts.application().orElse(path.substring(CARS.length())), facts.parts(), zip);
        });
    }

    private ZipScan scan(String path) {
        try {
            InputStream in = home.stream(path).orElseThrow(() -> new IOException("it is gone"));
            return ZipScan.of(in, name -> name.matches("[^/]+\\.xml|[^/]+/[^/]+\\.xml"));
        } catch (IOException | ClusterException | IllegalArgumentException e) {
            throw new CannotCheck(Place.of(home.name(), path), "the archive cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads the configuration of the mediation engine in a carbon application. The places in it are those in the archive:
     * {@code <archive>!/<entry>}.
     *
     * @param path path of the application below the home
     * @return the root element of every file that is well-formed
     * @throws CannotCheck if it is no application
     */
    public List<XmlNode> inside(String path) {
        return home.once("inside " + path, () -> {
            Application application = application(path);
            List<XmlNode> roots = new ArrayList<>();
            for (CarFacts.Part part : application.parts()) {
                byte[] content = application.zip().contents().get(part.entry());
                if (part.type().startsWith("synapse/") && content != null) {
                    parsed(path + "!/" + part.entry(), content).ifPresent(roots::add);
                }
            }
            return roots;
        });
    }

    /** The server does not deploy what is not well-formed, and says so. */
    private Optional<XmlNode> parsed(String file, byte[] bytes) {
        try {
            return Optional.of(XmlNode.root(home.name(), file, XmlView.read(file, bytes)));
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }

    /** {@return paths of the artifacts of the mediation engine that are deployed as single files} */
    public List<String> singleFiles() {
        return home.filesIn(SYNAPSE).stream()
                .filter(path -> path.endsWith(".xml") && path.indexOf('/', SYNAPSE.length()) > 0)
                .filter(path -> !IGNORED.matcher(path).matches())
                .sorted()
                .toList();
    }

    /** {@return the ports of inbound endpoints; files and applications that cannot be read are left out} */
    public List<Setting> inboundPorts() {
        List<XmlNode> roots = new ArrayList<>();
        home.filesIn(SYNAPSE + "inbound-endpoints/")
                .forEach(path -> parsed(path).ifPresent(roots::add));
        cars().forEach(path -> roots.addAll(readable(path)));
        return roots.stream()
                .filter(root -> root.name().equals("inboundEndpoint"))
                .flatMap(root -> root.children("parameters").stream())
                .flatMap(list -> list.children("parameter").stream())
                .filter(parameter -> parameter
                        .attribute("name")
                        .filter(name -> PORT.matcher(name.value()).matches())
                        .isPresent())
                .map(XmlNode::setting)
                .toList();
    }

    /** An application that cannot be read is said where applications are compared. */
    private List<XmlNode> readable(String path) {
        try {
            return inside(path);
        } catch (CannotCheck e) {
            return List.of();
        }
    }

    /** What does not parse is said where artifacts are looked at; ports of the other files still count. */
    private Optional<XmlNode> parsed(String path) {
        try {
            return home.optionalXml(path);
        } catch (CannotCheck e) {
            return Optional.empty();
        }
    }
}

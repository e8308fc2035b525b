package io.github.eicluster.verify.home;

import io.github.eicluster.model.ClusterException;
import java.io.ByteArrayInputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is deployed on a node: carbon applications, and configuration of the mediation engine in single files. */
public final class Artifacts {

    /** Folder that nodes share. */
    public static final String SERVER = "repository/deployment/server/";

    /** Folder of the mediation engine. */
    public static final String SYNAPSE = SERVER + "synapse-configs/default/";

    private static final String CARS = SERVER + "carbonapps/";
    private static final int LARGEST_CAR = 32 << 20;
    private static final int LARGEST_LIST = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;

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
     * @param version its version, may be empty
     * @param artifacts names of the artifacts in it
     */
    public record Application(String file, String name, String version, List<String> artifacts) {}

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

    /** {@return the carbon applications} */
    public List<Application> applications() {
        return home.once("applications", () -> {
            List<Application> found = new ArrayList<>();
            for (String path : home.filesIn(CARS)) {
                if (path.endsWith(".car")) {
                    found.add(application(path));
                }
            }
            return found;
        });
    }

    private Application application(String path) {
        Optional<byte[]> list = home.read(path, LARGEST_CAR).flatMap(car -> list(path, car));
        if (list.isEmpty()) {
            throw new CannotCheck(Place.of(home.name(), path), "the archive holds no artifacts.xml");
        }
        XmlNode root = parsed(path, list.get());
        XmlNode application = root.children("artifact").stream().findFirst().orElse(root);
        List<String> names = application.children("dependency").stream()
                .flatMap(dependency -> dependency.attribute("artifact").stream())
                .map(Setting::trimmed)
                .toList();
        String file = path.substring(CARS.length());
        return new Application(
                path,
                application.attribute("name").map(Setting::trimmed).orElse(file),
                application.attribute("version").map(Setting::trimmed).orElse(""),
                names);
    }

    private XmlNode parsed(String path, byte[] bytes) {
        try {
            return XmlNode.root(
                    home.name(), path, io.github.eicluster.edit.XmlView.read("artifacts.xml of " + path, bytes));
        } catch (ClusterException e) {
            throw new CannotCheck(Place.of(home.name(), path), e.getMessage());
        }
    }

    private Optional<byte[]> list(String path, byte[] car) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(car))) {
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                if (entry.getName().equals("artifacts.xml")) {
                    return Optional.of(zip.readNBytes(LARGEST_LIST));
                }
                entry = next(zip);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotCheck(Place.of(home.name(), path), "the archive cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Skips an entry, but no bomb: what a CAR holds is not a hundred times its size. */
    private static ZipEntry next(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[65536];
        long left = 4L * LARGEST_CAR;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new IOException("an entry is far too large");
            }
        }
        return zip.getNextEntry();
    }

    /** {@return the names of artifacts that are deployed as single files, by path} */
    public Map<String, String> singleFiles() {
        Map<String, String> names = new TreeMap<>();
        for (String path : home.filesIn(SYNAPSE)) {
            String below = path.substring(SYNAPSE.length());
            if (below.endsWith(".xml")
                    && below.contains("/")
                    && !IGNORED.matcher(below).matches()) {
                names.put(path, below.substring(below.lastIndexOf('/') + 1, below.length() - ".xml".length()));
            }
        }
        return names;
    }

    /** {@return the ports of inbound endpoints that are deployed as single files; files that do not parse are left out} */
    public List<Setting> inboundPorts() {
        List<Setting> ports = new ArrayList<>();
        for (String path : home.filesIn(SYNAPSE + "inbound-endpoints/")) {
            parsed(path).stream()
                    .flatMap(root -> root.children("parameters").stream())
                    .flatMap(list -> list.children("parameter").stream())
                    .filter(parameter -> parameter
                            .attribute("name")
                            .filter(name -> PORT.matcher(name.value()).matches())
                            .isPresent())
                    .forEach(parameter -> ports.add(parameter.setting()));
        }
        return ports;
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

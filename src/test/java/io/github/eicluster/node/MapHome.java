package io.github.eicluster.node;

import io.github.eicluster.product.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home in memory. */
final class MapHome implements Home {

    private final String origin;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private MapHome(String origin) {
        this.origin = origin;
    }

    static MapHome empty(String origin) {
        return new MapHome(origin);
    }

    /** A complete miniature home with the Tomcat 7 shape. */
    static MapHome mini() {
        return empty("mini.zip")
                .resource("conf/axis2/axis2.xml", "axis2.xml")
                .resource("conf/carbon.xml", "carbon.xml")
                .resource("conf/tomcat/catalina-server.xml", "catalina-tomcat7.xml");
    }

    MapHome resource(String path, String name) {
        try (InputStream in = MapHome.class.getResourceAsStream("/node/" + name)) {
            return bytes(path, in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    MapHome text(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    MapHome bytes(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Changes the text of a file; fails if the text to be replaced is not there. */
    MapHome replace(String path, String before, String after) {
        String text = text(path);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(path + " does not hold " + before);
        }
        return text(path, text.replace(before, after));
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** This home with the files of a plan laid over it. */
    MapHome with(Map<String, byte[]> changed) {
        MapHome result = new MapHome(origin);
        result.files.putAll(files);
        result.files.putAll(changed);
        return result;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public String root() {
        return "mini";
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}

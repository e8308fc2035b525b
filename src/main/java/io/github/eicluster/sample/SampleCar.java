package io.github.eicluster.sample;

import io.github.eicluster.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Carbon application for all EI 6.x: an API {@code /health} that names the node which answers, and a proxy service that
 * logs each message. Its descriptors are those of WSO2's own tools; the server role is one that every EI 6.x has in {@code
 * carbon.xml ServerRoles}.
 */
public final class SampleCar {

    /** Name of the application, by which the server tells applications apart. */
    public static final String APPLICATION = "EiClusterSample";

    /** Version of the application; a new one replaces an old one only if the file has the same name. */
    public static final String VERSION = "1.0.0";

    /** Name of the file. */
    public static final String FILE = "ei-cluster-sample_" + VERSION + ".car";

    /** Context of the API. */
    public static final String HEALTH = "/health";

    /** Name of the proxy service. */
    public static final String SERVICE = APPLICATION;

    /** Header of an answer that names the node. */
    public static final String NODE_HEADER = "X-EI-Node";

    private static final String FOLDER = "sample/";

    private final Templates templates = new Templates();

    /**
     * Makes the application.
     *
     * @param timestamp time of all entries
     * @return the content of the file; the same for the same time
     */
    public byte[] bytes(Instant timestamp) {
        SortedMap<String, String> entries = new TreeMap<>();
        entries.put("artifacts.xml", render("artifacts.xml.vm", Map.of("name", APPLICATION, "version", VERSION)));
        add(entries, "EiClusterHealth", "synapse/api", "health.xml.vm");
        add(entries, SERVICE, "synapse/proxy-service", "proxy.xml.vm");
        return zip(entries, LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC));
    }

    private void add(SortedMap<String, String> entries, String name, String type, String template) {
        String folder = name + "_" + VERSION + "/";
        String file = name + "-" + VERSION + ".xml";
        // The server's extraction makes folders only for entries of their own.
        entries.put(folder, "");
        entries.put(
                folder + "artifact.xml",
                render("artifact.xml.vm", Map.of("name", name, "version", VERSION, "type", type, "file", file)));
        entries.put(folder + file, render(template, Map.of("name", name, "context", HEALTH, "header", NODE_HEADER)));
    }

    private String render(String template, Map<String, Object> context) {
        return templates.renderResource(FOLDER + template, context);
    }

    /** Stored, not deflated: what a deflater gives depends on the JDK. */
    private static byte[] zip(SortedMap<String, String> entries, LocalDateTime time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, String> file : entries.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                // The local time form does not depend on the time zone of the build machine.
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

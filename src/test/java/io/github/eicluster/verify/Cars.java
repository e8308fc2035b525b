package io.github.eicluster.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Carbon applications. */
final class Cars {

    private Cars() {}

    /** {@return an application with one proxy} */
    static byte[] car(String name, String version, String proxy) {
        return car(name, version, "synapse/proxy-service", proxy, "<proxy name=\"" + proxy + "\"/>");
    }

    /** {@return an application with one artifact, as the vendor's tools build it} */
    static byte[] car(String name, String version, String type, String artifact, String content) {
        String folder = artifact + "_1.0.0/";
        String file = artifact + "-1.0.0.xml";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    folder + "artifact.xml",
                    "<artifact name=\"" + artifact + "\" version=\"1.0.0\" type=\"" + type + "\"><file>" + file
                            + "</file></artifact>");
            entry(zip, folder + file, content);
            entry(
                    zip,
                    "artifacts.xml",
                    "<artifacts><artifact name=\"" + name + "\" version=\"" + version
                            + "\" type=\"carbon/application\"><dependency artifact=\"" + artifact
                            + "\" version=\"1.0.0\" include=\"true\"/></artifact></artifacts>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}

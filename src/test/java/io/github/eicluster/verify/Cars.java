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

    /** {@return an application with one artifact} */
    static byte[] car(String name, String version, String artifact) {
        String list = "<artifacts><artifact name=\"" + name + "\" version=\"" + version
                + "\" type=\"carbon/application\"><dependency artifact=\"" + artifact
                + "\" version=\"1.0.0\" include=\"true\"/></artifact></artifacts>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(artifact + "_1.0.0/artifact.xml"));
            zip.putNextEntry(new ZipEntry("artifacts.xml"));
            zip.write(list.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

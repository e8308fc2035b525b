package io.github.eicluster.miniature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Deploys the APIs and proxies of the CAR files in {@code repository/deployment/server/carbonapps}, again when one changes. */
final class Carbonapps {

    private static final Log LOG = Log.of("org.wso2.carbon.application.deployer.internal.ApplicationManager");
    private static final Log OWN = Log.of(Carbonapps.class.getName());

    private final Path folder;
    private final Services services;
    private final Map<Path, FileTime> known = new HashMap<>();

    Carbonapps(Home home, Services services) {
        this.folder = home.path("repository/deployment/server/carbonapps");
        this.services = services;
    }

    /** Looks once: deploys what is new or changed, undeploys what is gone. */
    synchronized void look() throws IOException {
        Map<Path, FileTime> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path car :
                        files.filter(file -> file.toString().endsWith(".car")).toList()) {
                    found.put(car, Files.getLastModifiedTime(car));
                }
            }
        }
        for (Path gone : known.keySet().stream()
                .filter(car -> !known.get(car).equals(found.get(car)))
                .toList()) {
            services.undeploy(gone.toString());
            known.remove(gone);
            LOG.info("Undeploying Carbon Application : " + gone.getFileName() + "...");
        }
        for (Map.Entry<Path, FileTime> car : found.entrySet()) {
            if (known.put(car.getKey(), car.getValue()) == null) {
                deploy(car.getKey());
            }
        }
    }

    private void deploy(Path car) {
        LOG.info("Deploying Carbon Application : " + car.getFileName() + "...");
        try (ZipFile zip = new ZipFile(car.toFile())) {
            Document artifacts = xml(zip, "artifacts.xml");
            for (Element application : Xml.all(artifacts, "/artifacts/artifact")) {
                for (Element part : Xml.all(application, "dependency")) {
                    part(zip, part.getAttribute("artifact") + "_" + part.getAttribute("version"), car);
                }
                LOG.info("Successfully Deployed Carbon Application : " + application.getAttribute("name") + "_"
                        + application.getAttribute("version") + " {super-tenant}");
            }
        } catch (IOException | RuntimeException e) {
            services.undeploy(car.toString());
            LOG.error("Error occurred while deploying Carbon Application", e);
        }
    }

    private void part(ZipFile zip, String folderName, Path car) throws IOException {
        Element artifact = xml(zip, folderName + "/artifact.xml").getDocumentElement();
        String file =
                folderName + "/" + Xml.text(artifact, "file").orElseThrow().strip();
        switch (artifact.getAttribute("type")) {
            case "synapse/api" -> services.api(xml(zip, file).getDocumentElement(), car + "/" + file, car.toString());
            case "synapse/proxy-service" ->
                services.proxy(xml(zip, file).getDocumentElement(), car + "/" + file, car.toString());
            default ->
                OWN.warn("This miniature does not understand artifacts of type " + artifact.getAttribute("type")
                        + "; it goes on without " + file);
        }
    }

    private static Document xml(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " has no " + name);
        }
        return Xml.parse(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    }
}

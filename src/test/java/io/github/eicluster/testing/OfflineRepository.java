package io.github.eicluster.testing;

import io.github.eicluster.model.Coordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;

/** Maven's own resolver on a local repository of the tests: nothing is fetched from anywhere. */
public final class OfflineRepository {

    private OfflineRepository() {}

    /** {@return the resolver of the Maven on our class path, without transports} */
    @SuppressWarnings("deprecation") // the successor is a library of its own
    public static RepositorySystem system() {
        DefaultServiceLocator locator = MavenRepositorySystemUtils.newServiceLocator();
        return locator.getService(RepositorySystem.class);
    }

    /**
     * A session that is offline.
     *
     * @param system the resolver
     * @param folder the local repository
     * @return the session
     */
    public static DefaultRepositorySystemSession session(RepositorySystem system, Path folder) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(folder.toFile())));
        session.setOffline(true);
        return session;
    }

    /**
     * Puts an artifact into a local repository, as if it had been installed.
     *
     * @param folder the local repository
     * @param artifact coordinates
     * @param archive its file
     * @return the file
     */
    public static Path store(Path folder, Coordinates artifact, TestArchives archive) {
        Path place = folder.resolve(artifact.groupId().replace('.', '/'))
                .resolve(artifact.artifactId())
                .resolve(artifact.version());
        Path file = archive.write(place.resolve(artifact.fileName()));
        try {
            Files.writeString(
                    place.resolve(artifact.artifactId() + "-" + artifact.version() + ".pom"),
                    "<project><modelVersion>4.0.0</modelVersion><groupId>" + artifact.groupId()
                            + "</groupId><artifactId>" + artifact.artifactId() + "</artifactId><version>"
                            + artifact.version() + "</version></project>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * A local repository with the drivers that the plugin packs by default.
     *
     * @param folder where it is
     */
    public static void storeDrivers(Path folder) {
        TestDrivers.all().forEach((artifact, archive) -> store(folder, artifact, archive));
    }
}

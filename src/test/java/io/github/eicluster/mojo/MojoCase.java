package io.github.eicluster.mojo;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.OfflineRepository;
import io.github.eicluster.testing.OneProcessAtATime;
import io.github.eicluster.testing.SharedKeys;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.api.di.Provides;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.testing.PlexusExtension;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Maven gives to a goal: the project of the case's POM, a session with settings.xml, and a log. */
@ExtendWith(OneProcessAtATime.class) // in the folders of the cases
abstract class MojoCase {

    private final RecordingLog log = new RecordingLog();
    private final Properties userProperties = new Properties();
    private final Map<Object, Object> pluginContext = new HashMap<>();
    private final RepositorySystem resolver = OfflineRepository.system();
    private final DefaultRepositorySystemSession repositories =
            OfflineRepository.session(resolver, SharedKeys.FOLDER.resolveSibling("test-repository"));
    private MavenProject project;

    @Provides
    final Log provideLog() {
        return log;
    }

    @Provides
    final MavenProject provideProject() {
        Path base = Path.of(PlexusExtension.getBasedir());
        Path pom = base.resolve("pom.xml");
        try (Reader reader = Files.newBufferedReader(pom)) {
            Model model = new MavenXpp3Reader().read(reader);
            project = new MavenProject(model);
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException(pom.toString(), e);
        }
        project.setFile(pom.toFile());
        project.setRemoteArtifactRepositories(List.of());
        project.getBuild().setDirectory(base.resolve("target").toString());
        project.getBuild().setFinalName(project.getArtifactId() + "-" + project.getVersion());
        project.setArtifact(new DefaultArtifact(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                null,
                project.getPackaging(),
                null,
                new DefaultArtifactHandler(project.getPackaging())));
        delete(base.resolve("target"));
        delete(home());
        return project;
    }

    /** Maven's own resolver; it is offline. */
    @Provides
    final RepositorySystem provideResolver() {
        return resolver;
    }

    @Provides
    final MavenSession provideSession() {
        Settings settings = new Settings();
        settings.addServer(server("ei-db", "regadmin", "reg<pass"));
        settings.addServer(server("ei-broker", "mq", "mq-secret"));
        settings.addServer(server("ei-db-admin", "administrator", DatabaseServer.ADMINISTRATOR_PASSWORD));
        settings.addServer(server("nameless", null, "secret"));
        // Keys of their own would take long to make for each test.
        userProperties.putIfAbsent("ei-cluster.certs.store", SharedKeys.FOLDER.toString());
        userProperties.putIfAbsent("ei-cluster.certificates.keySize", "2048");
        userProperties.putIfAbsent("ei-cluster.certificates.defaultKeys", Miniatures.KEY);
        MavenSession session = mock(MavenSession.class);
        doReturn(settings).when(session).getSettings();
        doReturn(userProperties).when(session).getUserProperties();
        Properties system = new Properties();
        system.setProperty("user.home", home().toString());
        doReturn(system).when(session).getSystemProperties();
        OfflineRepository.storeDrivers(localRepository());
        doReturn(repositories).when(session).getRepositorySession();
        doReturn(PlexusExtension.getBasedir()).when(session).getExecutionRootDirectory();
        doReturn(new DefaultMavenExecutionRequest().setInteractiveMode(false))
                .when(session)
                .getRequest();
        return session;
    }

    private static Server server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        return server;
    }

    /** Runs a goal; all goals of a test are of one session. */
    final void run(AbstractMojo mojo) throws MojoExecutionException, MojoFailureException {
        mojo.setPluginContext(pluginContext);
        mojo.execute();
    }

    /** What the command line says with {@code -D}. */
    final Properties userProperties() {
        return userProperties;
    }

    /** The local repository of all cases; it holds the usual JDBC drivers. */
    final Path localRepository() {
        return repositories.getLocalRepository().getBasedir().toPath();
    }

    /** The home directory of the user, empty before each test. */
    final Path home() {
        return Path.of(PlexusExtension.getBasedir(), "home");
    }

    /** Begins a session of its own, as another start of Maven does. */
    final void newSession() {
        pluginContext.clear();
        repositories.setData(new DefaultSessionData());
    }

    final RecordingLog log() {
        return log;
    }

    final MavenProject project() {
        return project;
    }

    /** The build directory of the case. */
    final Path target() {
        return Path.of(project.getBuild().getDirectory());
    }

    /** Names in the build directory. */
    final List<String> targetNames() {
        String[] names = target().toFile().list((folder, name) -> !name.endsWith(".fingerprint"));
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    /** Every file of the build directory; archives are told apart by their size. */
    final SortedMap<String, String> targetFiles() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(target())) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(target())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(target().relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return files;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.eicluster.maven;

import static io.github.eicluster.testing.TestArtifacts.coordinates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.eicluster.library.FoundArtifact;
import io.github.eicluster.testing.OfflineRepository;
import io.github.eicluster.testing.TestArchives;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Maven's own resolver, offline, with a local repository of the test. */
class ProjectArtifactsTest {

    @TempDir
    private Path folder;

    private final RepositorySystem system = OfflineRepository.system();
    private final List<MavenProject> modules = new ArrayList<>();
    private final Model model = new Model();
    private DefaultRepositorySystemSession aether;

    @BeforeEach
    void open() {
        aether = OfflineRepository.session(system, folder);
        model.setGroupId("com.example");
        model.setArtifactId("cluster");
        model.setVersion("1.0");
    }

    @Test
    void onlyCompileAndRuntimeScopesAreFound() throws IOException {
        for (String scope : List.of("compile", "runtime", "provided", "test", "default", "bom")) {
            store("com.example", scope, "1.0", "jar");
        }
        depend("com.example", "compile", "1.0", "jar").setScope("compile");
        depend("com.example", "runtime", "1.0", "jar").setScope("runtime");
        depend("com.example", "provided", "1.0", "jar").setScope("provided");
        depend("com.example", "test", "1.0", "jar").setScope("test");
        depend("com.example", "default", "1.0", "jar");
        depend("com.example", "bom", "1.0", "pom");

        assertThat(names(artifacts().dependencies(false)))
                .containsExactly(
                        "com.example:compile:jar:1.0", "com.example:runtime:jar:1.0", "com.example:default:jar:1.0");
    }

    @Test
    void typesThatMavenDoesNotKnowAreExtensions() throws IOException {
        Path car = store("com.example", "shop", "1.0", "car");
        depend("com.example", "shop", "1.0", "car");

        assertThat(artifacts().dependencies(false))
                .containsExactly(FoundArtifact.at(coordinates("com.example:shop:car:1.0"), car));
    }

    @Test
    void theDependenciesOfADependencyAreFoundOnlyIfWanted() throws IOException {
        pom(
                "com.example",
                "a",
                "1.0",
                "<dependencies><dependency><groupId>com.example</groupId><artifactId>b</artifactId>"
                        + "<version>1.0</version></dependency><dependency><groupId>com.example</groupId><artifactId>t</artifactId>"
                        + "<version>1.0</version><scope>test</scope></dependency></dependencies>");
        archive("com.example", "a", "1.0", "jar");
        store("com.example", "b", "1.0", "jar");
        depend("com.example", "a", "1.0", "jar");

        assertThat(names(artifacts().dependencies(false))).containsExactly("com.example:a:jar:1.0");
        assertThat(names(artifacts().dependencies(true)))
                .containsExactly("com.example:a:jar:1.0", "com.example:b:jar:1.0");
    }

    @Test
    void aPomIsNoFileButItsDependenciesMayBeWanted() throws IOException {
        pom(
                "com.example",
                "all",
                "1.0",
                "<packaging>pom</packaging><dependencies><dependency><groupId>com.example</groupId>"
                        + "<artifactId>b</artifactId><version>1.0</version></dependency></dependencies>");
        store("com.example", "b", "1.0", "jar");
        depend("com.example", "all", "1.0", "pom");

        assertThat(artifacts().dependencies(false)).isEmpty();
        assertThat(names(artifacts().dependencies(true))).containsExactly("com.example:b:jar:1.0");
    }

    @Test
    void aDirectDependencyDoesNotNeedItsOwn() throws IOException {
        pom(
                "com.example",
                "a",
                "1.0",
                "<dependencies><dependency><groupId>com.example</groupId>"
                        + "<artifactId>nowhere</artifactId><version>1.0</version></dependency></dependencies>");
        archive("com.example", "a", "1.0", "jar");
        depend("com.example", "a", "1.0", "jar");

        assertThat(artifacts().dependencies(false))
                .singleElement()
                .matches(found -> found.file().isPresent());
    }

    @Test
    void anArtifactWithoutAPomIsFound() throws IOException {
        archive("com.example", "old", "1.0", "jar");
        depend("com.example", "old", "1.0", "jar");

        assertThat(names(artifacts().dependencies(false))).containsExactly("com.example:old:jar:1.0");
    }

    @Test
    void aRelocatedArtifactIsTheOneThatItHasBecome() throws IOException {
        pom(
                "mysql",
                "mysql-connector-java",
                "8.0.33",
                "<distributionManagement><relocation><groupId>com.mysql</groupId>"
                        + "<artifactId>mysql-connector-j</artifactId></relocation></distributionManagement>");
        store("com.mysql", "mysql-connector-j", "8.0.33", "jar");
        depend("mysql", "mysql-connector-java", "8.0.33", "jar");

        assertThat(names(artifacts().dependencies(false))).containsExactly("com.mysql:mysql-connector-j:jar:8.0.33");
        assertThat(artifacts()
                        .find(coordinates("mysql:mysql-connector-java:8.0.33"))
                        .artifact())
                .isEqualTo(coordinates("com.mysql:mysql-connector-j:8.0.33"));
    }

    @Test
    void aRangeIsItsHighestVersion() throws IOException {
        store("com.example", "a", "1.0", "jar");
        store("com.example", "a", "1.5", "jar");
        Files.writeString(
                folder.resolve("com/example/a/maven-metadata-local.xml"),
                "<metadata><groupId>com.example</groupId><artifactId>a</artifactId><versioning><versions>"
                        + "<version>1.0</version><version>1.5</version></versions></versioning></metadata>");
        depend("com.example", "a", "[1.0,2.0)", "jar");

        assertThat(names(artifacts().dependencies(false))).containsExactly("com.example:a:jar:1.5");
        model.getDependencies().get(0).setVersion("[3.0,4.0)");
        assertThat(artifacts().dependencies(false))
                .containsExactly(FoundArtifact.missing(
                        coordinates("com.example:a:[3.0,4.0)"), "no version is in the range [3.0,4.0)"));
    }

    @Test
    void whatIsMissingIsSaidAndTheOthersAreFound() throws IOException {
        store("com.example", "b", "1.0", "jar");
        depend("com.example", "a", "1.0", "jar");
        depend("com.example", "b", "1.0", "jar");

        List<FoundArtifact> found = artifacts().dependencies(false);

        assertThat(names(found)).containsExactly("com.example:a:jar:1.0", "com.example:b:jar:1.0");
        assertThat(found.get(0).file()).isEmpty();
        assertThat(found.get(0).reason()).contains("com.example:a:jar:1.0").doesNotEndWith(".");
        assertThat(found.get(1).file()).isPresent();
    }

    @Test
    void aModuleThatIsOnlyCompiledIsNotPackaged() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("module/target/classes"));
        modules.add(module("mediators"));
        aether.setWorkspaceReader(new Reactor(classes.toFile()));
        depend("com.example", "mediators", "1.0", "jar");

        assertThat(artifacts().dependencies(false))
                .containsExactly(FoundArtifact.unpackaged(coordinates("com.example:mediators:1.0")));
    }

    @Test
    void aModuleWithoutAnyFileIsNotPackaged() {
        modules.add(module("shop"));
        depend("com.example", "shop", "1.0", "car");

        assertThat(artifacts().dependencies(false))
                .containsExactly(FoundArtifact.unpackaged(coordinates("com.example:shop:car:1.0")));
    }

    @Test
    void aPackagedModuleIsFoundInItsBuildDirectory() {
        Path jar = TestArchives.jar().write(folder.resolve("module/target/mediators-1.0.jar"));
        modules.add(module("mediators"));
        aether.setWorkspaceReader(new Reactor(jar.toFile()));
        depend("com.example", "mediators", "1.0", "jar");

        assertThat(artifacts().dependencies(false))
                .containsExactly(FoundArtifact.at(coordinates("com.example:mediators:1.0"), jar));
    }

    @Test
    void withoutAPomThereAreNoDependenciesAndDriversAreFound() throws IOException {
        store("org.postgresql", "postgresql", "42.7.8", "jar");

        assertThat(artifacts().dependencies(true)).isEmpty();
        assertThat(artifacts()
                        .find(coordinates("org.postgresql:postgresql:42.7.8"))
                        .file())
                .isPresent();
    }

    private ProjectArtifacts artifacts() {
        MavenProject project = new MavenProject(model);
        project.setRemoteArtifactRepositories(List.of());
        project.setArtifact(new DefaultArtifact(
                "com.example", "cluster", "1.0", null, "ei-cluster", null, new DefaultArtifactHandler("ei-cluster")));
        MavenSession session = mock(MavenSession.class);
        doReturn(aether).when(session).getRepositorySession();
        doReturn(modules).when(session).getProjects();
        return new ProjectArtifacts(system, session, project);
    }

    private static MavenProject module(String artifactId) {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(artifactId);
        model.setVersion("1.0");
        return new MavenProject(model);
    }

    private Dependency depend(String groupId, String artifactId, String version, String type) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(groupId);
        dependency.setArtifactId(artifactId);
        dependency.setVersion(version);
        dependency.setType(type);
        model.addDependency(dependency);
        return dependency;
    }

    private Path store(String groupId, String artifactId, String version, String type) throws IOException {
        pom(groupId, artifactId, version, "");
        return archive(groupId, artifactId, version, type);
    }

    private Path archive(String groupId, String artifactId, String version, String type) {
        return TestArchives.jar().write(place(groupId, artifactId, version, type));
    }

    private void pom(String groupId, String artifactId, String version, String more) throws IOException {
        Path pom = place(groupId, artifactId, version, "pom");
        Files.createDirectories(pom.getParent());
        Files.writeString(
                pom,
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + groupId + "</groupId><artifactId>" + artifactId
                        + "</artifactId><version>" + version + "</version>" + more + "</project>");
    }

    private Path place(String groupId, String artifactId, String version, String type) {
        return folder.resolve(groupId.replace('.', '/'))
                .resolve(artifactId)
                .resolve(version)
                .resolve(artifactId + "-" + version + "." + type);
    }

    private static List<String> names(List<FoundArtifact> found) {
        return found.stream().map(one -> one.artifact().text()).toList();
    }

    /** What Maven knows of the modules of a build. */
    private record Reactor(File file) implements WorkspaceReader {
        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("reactor");
        }

        @Override
        public File findArtifact(Artifact artifact) {
            return artifact.getExtension().equals("pom") ? null : file;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}

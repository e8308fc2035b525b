package io.github.eicluster.mojo;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.DistributionException;
import io.github.eicluster.assembly.ClusterPlanner;
import io.github.eicluster.assembly.Overlay;
import io.github.eicluster.assembly.OverlayReader;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.assembly.TemplateViews;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.config.ConfigurationException;
import io.github.eicluster.config.ConfigurationReader;
import io.github.eicluster.config.RawInput;
import io.github.eicluster.library.LibraryPlanner;
import io.github.eicluster.maven.ArtifactFiles;
import io.github.eicluster.maven.ProjectArtifacts;
import io.github.eicluster.maven.SettingsSecrets;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import io.github.eicluster.sample.SampleCar;
import io.github.eicluster.template.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reads the parameters of a goal, finds the distribution and plans the cluster on it. */
final class ClusterBuildReader {

    private final Services services;
    private final Invocation invocation;
    private final Log log;

    ClusterBuildReader(Services services, Invocation invocation, Log log) {
        this.services = services;
        this.invocation = invocation;
        this.log = log;
    }

    ClusterBuild read(
            PlexusConfiguration cluster,
            PlexusConfiguration edits,
            PlexusConfiguration libraries,
            PlexusConfiguration distribution,
            PlexusConfiguration overlays,
            Supplier<KeyUse> keyUse)
            throws IOException {
        List<Problem> problems = new ArrayList<>(new RawPom(invocation).problems());
        Workspace workspace = attempt(problems, invocation::workspace);
        Words words = new Words(invocation);
        OverlayFolders folders = attempt(
                problems,
                () -> OverlayFolders.of(invocation.baseDirectory(), words.read("overlays", "overlay", overlays)));
        KeyUse use = attempt(problems, keyUse);
        SettingsSecrets secrets = new SettingsSecrets(invocation.session().getSettings(), services.decrypter());
        RawInput input = new RawInput(
                words.raw(cluster),
                words.raw(edits),
                words.raw(libraries),
                words.raw(distribution),
                properties(),
                invocation.hasPom(),
                invocation.production(),
                secrets);
        ClusterDefinition definition = read(input, problems);
        Path file = locate(workspace, definition.distribution());
        log.debug("Reading the distribution " + file);
        Distribution base = open(file);
        Keys keys = null;
        try {
            KeyFolder folder = KeyFolder.of(definition.cluster(), workspace, invocation);
            keys = Keys.open(folder, use, definition.cluster(), invocation);
            PlannedCluster planned = plan(definition, base, keys, folders, secrets);
            requireSafe(planned);
            List<Problem> warnings = folders.unused(definition.cluster().nodes());
            return new ClusterBuild(invocation, workspace, definition, base, keys, planned, warnings);
        } catch (RuntimeException e) {
            if (keys != null) {
                keys.close();
            }
            base.close();
            throw e;
        }
    }

    /** What is a warning elsewhere is a mistake in production. */
    private void requireSafe(PlannedCluster planned) {
        List<Problem> unsafe =
                planned.warnings().stream().filter(Problem::isUnsafe).toList();
        if (invocation.production() && !unsafe.isEmpty()) {
            throw new ClusterException(unsafe.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining("\n  ", "Not for production:\n  ", "")));
        }
    }

    /** Whoever reads archives does not know which parameter named the file. */
    private Distribution open(Path file) {
        try {
            return invocation.bases().open(file);
        } catch (DistributionException e) {
            throw new ClusterException("distribution: " + e.getMessage(), e);
        }
    }

    /** Gives a value, or notes the mistake and gives nothing, so that all mistakes come in one failure. */
    private static <T> T attempt(List<Problem> problems, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Mistake e) {
            problems.add(e.problem());
            return null;
        }
    }

    /** Mistakes of the other parameters are listed together with those of the cluster. */
    private static ClusterDefinition read(RawInput input, List<Problem> earlier) {
        List<Problem> problems = new ArrayList<>(earlier);
        ClusterDefinition definition = null;
        try {
            definition = new ConfigurationReader().read(input);
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return definition;
    }

    private PlannedCluster plan(
            ClusterDefinition definition,
            Distribution base,
            Keys keys,
            OverlayFolders folders,
            SettingsSecrets secrets) {
        Cluster cluster = definition.cluster();
        OverlayReader overlays = new OverlayReader(
                new Templates(),
                Map.of("cluster", TemplateViews.cluster(cluster), "project", projectReferences()),
                id -> secrets.server(id).map(c -> c.password()));
        Optional<byte[]> sample =
                invocation.sampleCar() ? Optional.of(new SampleCar().bytes(invocation.timestamp())) : Optional.empty();
        Map<String, Overlay> byNode = new HashMap<>();
        for (Node node : cluster.nodes()) {
            Overlay overlay = overlays.read(folders.files(node.id()), TemplateViews.node(node));
            byNode.put(
                    node.id(),
                    sample.map(car -> overlay.with(Layout.CARBON_APPS + "/" + SampleCar.FILE, car))
                            .orElse(overlay));
        }
        ProjectArtifacts artifacts =
                new ProjectArtifacts(services.repositories(), invocation.session(), invocation.project());
        return new ClusterPlanner(
                        keys.planner(invocation.baseDirectory(), invocation.production()),
                        new LibraryPlanner(artifacts, invocation.packs()))
                .plan(
                        cluster,
                        definition.edits(),
                        definition.libraries(),
                        base,
                        definition.distribution().keepDatabase(),
                        node -> byNode.get(node.id()));
    }

    private Path locate(Workspace workspace, DistributionSource source) {
        return source.coordinates()
                .map(c -> new ArtifactFiles(
                                services.repositories(),
                                invocation.session().getRepositorySession(),
                                invocation.project().getRemoteProjectRepositories())
                        .resolve(
                                c.groupId(),
                                c.artifactId(),
                                c.version(),
                                c.type(),
                                c.classifier().orElse(""),
                                "distribution"))
                .orElseGet(() ->
                        workspace.base().resolve(source.path().orElseThrow()).normalize());
    }

    private Map<String, Object> projectReferences() {
        Map<String, Object> references = new HashMap<>();
        references.put("groupId", invocation.project().getGroupId());
        references.put("artifactId", invocation.project().getArtifactId());
        references.put("version", invocation.project().getVersion());
        references.put("properties", strings(invocation.project().getProperties()));
        return references;
    }

    private Map<String, String> properties() {
        return strings(invocation.session().getUserProperties());
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }
}

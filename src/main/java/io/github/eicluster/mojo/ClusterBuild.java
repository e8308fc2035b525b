package io.github.eicluster.mojo;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** A cluster that has been read and planned without a mistake, with its open distribution and its keys. */
final class ClusterBuild implements AutoCloseable {

    private final Invocation invocation;
    private final Workspace workspace;
    private final ClusterDefinition definition;
    private final Distribution base;
    private final Keys keys;
    private final PlannedCluster planned;
    private final List<Problem> warnings;

    ClusterBuild(
            Invocation invocation,
            Workspace workspace,
            ClusterDefinition definition,
            Distribution base,
            Keys keys,
            PlannedCluster planned,
            List<Problem> warnings) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.definition = definition;
        this.base = base;
        this.keys = keys;
        this.planned = planned;
        this.warnings = new ArrayList<>(definition.warnings());
        this.warnings.addAll(warnings);
        this.warnings.addAll(planned.warnings());
        this.warnings.addAll(keys.problems());
        this.warnings.addAll(planned.certificates().problems());
    }

    boolean hasPom() {
        return invocation.hasPom();
    }

    MavenProject project() {
        return invocation.project();
    }

    MavenSession session() {
        return invocation.session();
    }

    Path baseDirectory() {
        return invocation.baseDirectory();
    }

    Workspace workspace() {
        return workspace;
    }

    Distribution base() {
        return base;
    }

    Keys keys() {
        return keys;
    }

    PlannedCluster planned() {
        return planned;
    }

    /** Opens key stores of secure vaults. */
    VaultKeys vaultKeys() {
        return keys.vaultKeys(planned.cluster().certificates());
    }

    /** Encrypts a value with the key of a node's vault. */
    String encrypt(PlannedNode node, String alias, Secret value) {
        NodeVault vault = node.plan().vault().orElseThrow();
        byte[] store = Optional.ofNullable(node.stores().get(vault.keystore()))
                .or(() -> node.overlay().read(vault.keystore()))
                .or(() -> base.read(vault.keystore()))
                .orElseThrow();
        VaultKey key = vaultKeys().open(store, vault.alias(), vault.password()).padded(vault.padding());
        if (value.reveal().getBytes(StandardCharsets.UTF_8).length > key.limit()) {
            throw new Mistake(
                    "encrypt",
                    "the value is longer than " + key.limit() + " bytes, the most that the key in " + vault.keystore()
                            + " encrypts. Use a shorter one.");
        }
        return key.encrypt(alias, value);
    }

    List<CustomEdit> edits() {
        return definition.edits();
    }

    List<Problem> warnings() {
        return warnings;
    }

    String pluginVersion() {
        return invocation.plugin().getVersion();
    }

    /** Time of changed and added archive entries. */
    Instant timestamp() {
        return invocation.timestamp();
    }

    /** Where a node's archive of one format goes; a home, into the folder that the servers of this machine start from. */
    Path archive(String nodeId, Format format) {
        if (format == Format.DIRECTORY) {
            return workspace.output().resolve("homes").resolve(nodeId);
        }
        return workspace.build().resolve(format.fileName(workspace.archiveName(base.root(), nodeId)));
    }

    /** Name of a node's zip archive, as the runbook calls it. */
    String archiveName(String nodeId) {
        return archive(nodeId, Format.ZIP).getFileName().toString();
    }

    /** Where the bundle goes: under the project's own name if it is the main artifact. */
    Path bundle(boolean main) {
        String name = main ? workspace.mainName() : workspace.archiveName(base.root(), "bundle");
        return workspace.build().resolve(name + ".zip");
    }

    /** Formats as declared, zip if none is. */
    List<Format> formats(PlexusConfiguration formats) {
        List<String> words = new Words(invocation).read("formats", "format", formats);
        if (words.isEmpty()) {
            return List.of(Format.ZIP);
        }
        Set<Format> wanted = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            try {
                wanted.add(Format.fromText(words.get(i)));
            } catch (ClusterException e) {
                throw new Mistake("formats/format[" + (i + 1) + "]", e.getMessage());
            }
        }
        return List.copyOf(wanted);
    }

    @Override
    public void close() {
        keys.close();
        base.close();
    }
}

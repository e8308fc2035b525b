package io.github.eicluster.mojo;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.node.VaultCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves that the secure vault of the produced node archives decrypts: every value with the key in the archive, to the
 * password that is configured. Nothing is printed but the names of the values. Needs the archives of {@code package}, as
 * zip or folder, and the keys that they were made with.
 *
 * @since 0.1.0
 */
@Mojo(name = "decrypt-check", threadSafe = true, requiresProject = false)
public final class DecryptCheckMojo extends AbstractClusterMojo {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipDecryptCheck>true</skipDecryptCheck>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DECRYPT_CHECK_SKIP, defaultValue = "false")
    private String skipDecryptCheck;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public DecryptCheckMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipDecryptCheck;
    }

    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    @Override
    void run(ClusterBuild build) {
        if (build.planned().cluster().vault().isEmpty()) {
            throw new ClusterException("cluster/vault: is off, so that there is nothing to decrypt. Set it to on.");
        }
        List<Problem> problems = new ArrayList<>();
        for (PlannedNode node : build.planned().nodes()) {
            check(build, node, problems);
        }
        if (!problems.isEmpty()) {
            throw new ClusterException(problems.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining(
                            "\n  ",
                            "The secure vault of the archives is not the one of this cluster:\n  ",
                            "\nBuild the archives again with the keys of this cluster.")));
        }
    }

    private void check(ClusterBuild build, PlannedNode node, List<Problem> problems) {
        String id = node.node().id();
        NodeVault vault = node.plan().vault().orElseThrow();
        List<Path> produced = Stream.of(
                        build.archive(id, Format.ZIP),
                        build.archive(id, Format.DIRECTORY)
                                .resolve(build.planned().root()))
                .filter(Files::exists)
                .toList();
        if (produced.isEmpty()) {
            problems.add(Problem.error(
                    id, "has no archive " + build.archiveName(id) + " and no folder of that name. Run package first."));
        }
        for (Path path : produced) {
            String name = build.workspace().build().relativize(path).toString();
            try (Distribution archive = Distribution.open(path)) {
                List<Problem> found = new VaultCheck(build.vaultKeys(), name).check(archive, vault);
                problems.addAll(found);
                if (found.isEmpty()) {
                    getLog().info(id + ": " + vault.secrets().size() + " values of " + name
                            + " decrypt to what is configured");
                }
            }
        }
    }
}

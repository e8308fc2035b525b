package io.github.eicluster.mojo;

import io.github.eicluster.assembly.Differences;
import io.github.eicluster.assembly.KnownSecrets;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.diff.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows what every node's configuration changes against the distribution, as unified diffs: on the console, and in
 * {@code diff/<node>.diff} below the output directory. Secrets are masked. Changes nothing else.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", threadSafe = true, requiresProject = false)
public final class DiffMojo extends AbstractClusterMojo {

    /**
     * Whether the console shows colours: {@code auto}, {@code always} or {@code never}. With auto there are colours on a
     * terminal, unless Maven runs in batch mode or {@code NO_COLOR} is set; {@code -Dstyle.color} decides if it is given.
     *
     * <pre>{@code
     * <color>never</color>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DIFF_COLOR, defaultValue = "auto")
    private String color;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipDiff>true</skipDiff>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DIFF_SKIP, defaultValue = "false")
    private String skipDiff;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public DiffMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipDiff;
    }

    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        boolean coloured = Colours.wanted(color, build.session());
        PlannedCluster planned = build.planned();
        Differences differences = new Differences(
                KnownSecrets.mask(planned.cluster(), build.edits(), planned.certificates(), planned.nodes()));
        Path folder = Files.createDirectories(build.workspace().output().resolve("diff"));
        for (PlannedNode node : build.planned().nodes()) {
            String text = differences.of(build.base(), node);
            Path file = folder.resolve(node.node().id() + ".diff");
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            getLog().info(node.node().id() + ": " + node.allPaths().size() + " files differ from "
                    + build.planned().root() + ", see " + file);
            String shown = coloured ? UnifiedDiff.coloured(text) : text;
            shown.lines().forEach(getLog()::info);
        }
    }
}

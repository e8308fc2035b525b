package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.Bundle;
import io.github.eicluster.assembly.PackagedNode;
import io.github.eicluster.assembly.Packager;
import io.github.eicluster.assembly.PlannedNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes one complete archive per node, and the cluster bundle. Does what {@code configure} and {@code load-balancer}
 * do first, unless they have run in this session. A node whose distribution, configuration and plugin version are unchanged is not written again.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
public final class PackageMojo extends AbstractClusterMojo {

    private static final String PACKAGING = "ei-cluster";

    /**
     * What each node is packed as: {@code zip}, {@code tar.gz}, {@code directory}; several make several. As a user
     * property: words with commas. Default: {@code zip}.
     *
     * <pre>{@code
     * <formats>
     *   <format>zip</format>
     *   <format>directory</format>
     * </formats>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.FORMATS)
    private PlexusConfiguration formats;

    /**
     * Whether node archives become artifacts of the project, with the node's id as classifier, so that {@code install}
     * and {@code deploy} take them along. They hold the secrets of the cluster in clear text; one warning per node counts
     * them. Folders are never attached, and without a POM nothing is.
     *
     * <pre>{@code
     * <attach>true</attach>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ATTACH, defaultValue = "false")
    private String attach;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipPackage>true</skipPackage>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.PACKAGE_SKIP, defaultValue = "false")
    private String skipPackage;

    private final MavenProjectHelper helper;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param helper attaches artifacts
     */
    @Inject
    public PackageMojo(SettingsDecrypter decrypter, RepositorySystem repositories, MavenProjectHelper helper) {
        super(new Services(decrypter, repositories));
        this.helper = helper;
    }

    @Override
    String skipGoal() {
        return skipPackage;
    }

    @Override
    boolean packs() {
        return true;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        boolean attached = Flag.of("attach", attach) && build.hasPom();
        List<Format> wanted = build.formats(formats);
        if (!doneBefore("configure", build)) {
            configure(build);
        }
        if (!doneBefore("load-balancer", build)) {
            new LoadBalancerStep(said(build), project(), helper).run(build);
        }
        // Packing takes its time, and needs the store no more.
        build.keys().close();
        Packager packager =
                new Packager(build.base(), build.workspace().output(), build.timestamp(), build.pluginVersion());
        for (PlannedNode node : build.planned().nodes()) {
            boolean someFile = wanted.stream().anyMatch(format -> format != Format.DIRECTORY);
            if (attached && someFile && node.clearSecretCount() > 0) {
                getLog().warn(Messages.attachedSecrets(node));
            }
            for (Format format : wanted) {
                Path target = build.archive(node.node().id(), format);
                PackagedNode packed = packager.pack(node, build.planned().excluded(), target, format);
                getLog().info(Messages.packed(packed));
                if (attached && format != Format.DIRECTORY) {
                    attach(build, node, format, target);
                }
            }
        }
        writeBundle(build);
        getLog().info("Next: " + build.workspace().output().resolve("RUNBOOK.md"));
    }

    private void attach(ClusterBuild build, PlannedNode node, Format format, Path file) {
        String classifier = build.workspace().classifier(node.node().id());
        helper.attachArtifact(project(), format.text(), classifier, file.toFile());
    }

    private void writeBundle(ClusterBuild build) {
        if (!build.hasPom()) {
            return;
        }
        boolean main = PACKAGING.equals(project().getPackaging());
        Path target = build.bundle(main);
        new Bundle(build.workspace().output()).write(target, build.timestamp());
        if (main) {
            project().getArtifact().setFile(target.toFile());
        } else {
            helper.attachArtifact(project(), "zip", build.workspace().classifier("bundle"), target.toFile());
        }
        getLog().info("bundle: " + target.getFileName());
    }
}

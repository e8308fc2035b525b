package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes one complete archive per node, and the cluster bundle. Does what {@code configure}, {@code load-balancer}
 * and {@code databases} do first, unless they have run in this session or, the latter two, are skipped by user property. A node whose distribution, configuration and plugin version are unchanged is not written again.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
public final class PackageMojo extends AbstractClusterMojo {

    /**
     * What each node is packed as; several make several. {@code zip} is the fastest. {@code directory} is an unpacked home
     * below {@code homes/<node id>} of the output directory; a further build writes only what changed. {@code tar.gz}
     * compresses everything anew, which takes a hundred times as long as {@code zip}. As a user property: words with
     * commas. Default: {@code zip}.
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
     * and {@code deploy} take them along. They hold the secrets of the cluster in clear text, unless its vault is on; one
     * warning per node counts those that they hold. Folders are never attached, and without a POM nothing is.
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
     * Whether {@code SHA256SUMS} is written beside the archives, with a line for each archive, for the bundle and for
     * attached archives of other goals, as {@code sha256sum -c} reads it. The sums of the nodes are computed while their
     * archives are written.
     *
     * <pre>{@code
     * <checksums>true</checksums>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CHECKSUMS, defaultValue = "false")
    private String checksums;

    /**
     * How many archives are written at once, 1 to 64. The archives are the same with any number. Default: 2, or 1 on a
     * machine with one core.
     *
     * <pre>{@code
     * <threads>1</threads>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.PACKAGE_THREADS)
    private String threads;

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
        boolean summed = Flag.of("checksums", checksums);
        int atOnce = PackageStep.threads(threads);
        List<Format> wanted = build.formats(formats);
        if (!doneBefore("configure", build)) {
            configure(build);
        }
        Set<String> withheld = new BundleParts(what -> doneBefore(what, build), userProperties())
                .make(
                        build,
                        new LoadBalancerStep(said(build), project(), helper),
                        new DatabasesStep(said(build), project(), helper));
        // Packing takes its time, and needs the store no more.
        build.keys().close();
        new PackageStep(getLog(), project(), helper).run(build, wanted, atOnce, attached, summed, withheld);
    }
}

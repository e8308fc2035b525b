package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals that know the cluster share: skipping, reading, and the translation of failures. */
abstract class AbstractClusterMojo extends ClusterParameters {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    private final Services services;

    AbstractClusterMojo(Services services) {
        this.services = services;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (skipped() || Flag.of("skip", skipGoal())) {
                getLog().info("Skipped (" + PropertyNames.SKIP + " or ei-cluster." + execution.getGoal() + ".skip).");
                return;
            }
            Invocation invocation = invocation();
            if (standsAlone()) {
                runAlone(invocation);
                return;
            }
            try (ClusterBuild build = read(new ClusterBuildReader(services, invocation, getLog()), this::keyUse)) {
                run(build);
            }
        } catch (ClusterException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Reading or writing failed: " + e.getMessage(), e);
        }
    }

    /** This run of the goal. */
    @SuppressWarnings("unchecked") // Maven's own type is raw
    final Invocation invocation() {
        return new Invocation(
                project,
                session,
                execution,
                plugin,
                outputDirectory(),
                environment(),
                production(),
                packs(),
                sampleCar(),
                new OpenedBases(getPluginContext()));
    }

    /** Value of the goal's own skip parameter. */
    abstract String skipGoal();

    /** What the goal does with the keys. */
    KeyUse keyUse() {
        return KeyUse.MAKE;
    }

    /** Whether the goal has what it needs without cluster and distribution. */
    boolean standsAlone() {
        return false;
    }

    /** Does the goal's work without cluster and distribution. */
    void runAlone(Invocation invocation) throws IOException {
        throw new IllegalStateException(invocation.execution().getGoal());
    }

    /** Whether the goal packs archives. */
    boolean packs() {
        return false;
    }

    /** Does the goal's work on a cluster that has been read and planned without a mistake. */
    abstract void run(ClusterBuild build) throws IOException;

    final MavenProject project() {
        return project;
    }

    final Properties userProperties() {
        return session.getUserProperties();
    }

    /** Makes the configuration of all nodes, with the key stores that it names. */
    final void configure(ClusterBuild build) throws IOException {
        for (String wish : List.of(PropertyNames.CERTS_RENEW, PropertyNames.CERTS_NEW_KEY)) {
            if (userProperties().containsKey(wish) && !build.keys().renewedInSession()) {
                said(build).warn(Messages.nothingRenewed(wish));
            }
        }
        new CertificateStep(said(build)).run(build);
        new ConfigureStep(getLog()).run(build);
    }

    /** Says lines once in this session for this output directory. */
    @SuppressWarnings("unchecked") // Maven's own type is raw
    final Said said(ClusterBuild build) {
        return new Said(getLog(), getPluginContext(), build.workspace().output().toString());
    }

    /** Whether something was already done for this output directory in this session; notes that it is done now. */
    @SuppressWarnings("unchecked") // Maven's own type is raw
    final boolean doneBefore(String what, ClusterBuild build) {
        return getPluginContext()
                        .put("ei-cluster." + what + ":" + build.workspace().output(), true)
                != null;
    }
}

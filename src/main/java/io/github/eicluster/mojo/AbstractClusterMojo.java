package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** What all goals that know the cluster share: its parameters, skipping, and the translation of failures. */
abstract class AbstractClusterMojo extends AbstractMojo {

    /**
     * The EI distribution that every node is made from: the path of a zip or of an unpacked home, or the coordinates of
     * a Maven artifact. A relative path starts from the base directory. Required.
     *
     * <pre>{@code
     * <distribution>${user.home}/packs/wso2ei-6.6.0.zip</distribution>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DISTRIBUTION)
    private PlexusConfiguration distribution;

    /**
     * The cluster: domain, nodes, databases, load balancer and so on; every element is described in the configuration
     * reference. Required with a POM; without one, two nodes on this machine.
     *
     * <pre>{@code
     * <cluster>
     *   <hostName>ei.example.com</hostName>
     *   <nodes>
     *     <node>192.168.57.11</node>
     *     <node>192.168.57.12</node>
     *   </nodes>
     *   <database>
     *     <type>mysql</type>
     *     <host>db.example.com</host>
     *     <serverId>ei-db</serverId>
     *   </database>
     * </cluster>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration cluster;

    /**
     * Further changes of any file of the distribution, made without touching another byte of it. Default: none.
     *
     * <pre>{@code
     * <edits>
     *   <edit>
     *     <file>conf/passthru-http.properties</file>
     *     <property>worker_pool_size_max</property>
     *     <value>500</value>
     *   </edit>
     * </edits>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration edits;

    /**
     * Folders with files that are laid over the distribution before it is configured: the files of {@code common} on
     * every node, those of a folder named like a node's id on that node. Files that end in {@code .vm} are rendered by
     * Velocity with {@code $cluster}, {@code $node}, {@code $project} and {@code $secrets.get('serverId')}. Default:
     * {@code src/main/ei}, if it is there.
     *
     * <pre>{@code
     * <overlays>
     *   <overlay>src/main/ei</overlay>
     *   <overlay>src/prod/ei</overlay>
     * </overlays>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.OVERLAYS)
    private PlexusConfiguration overlays;

    /**
     * Name of the environment, such as test or prod; becomes part of archive names, classifiers and headings. Default:
     * none.
     *
     * <pre>{@code
     * <environment>prod</environment>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ENVIRONMENT)
    private String environment;

    /**
     * The plugin's own directory; must lie inside the build directory. Default:
     * {@code ${project.build.directory}/ei-cluster}.
     *
     * <pre>{@code
     * <outputDirectory>${project.build.directory}/cluster</outputDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.OUTPUT_DIRECTORY)
    private File outputDirectory;

    /**
     * Whether this is for production: unsafe choices, such as a password in the POM, are errors instead of warnings.
     *
     * <pre>{@code
     * <production>true</production>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.PRODUCTION, defaultValue = "false")
    private String production;

    /**
     * Skips all goals of this plugin.
     *
     * <pre>{@code
     * <skip>true</skip>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP, defaultValue = "false")
    private String skip;

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
            if (Flag.of("skip", skip) || Flag.of("skip", skipGoal())) {
                getLog().info("Skipped (" + PropertyNames.SKIP + " or ei-cluster." + execution.getGoal() + ".skip).");
                return;
            }
            Invocation invocation = new Invocation(
                    project,
                    session,
                    execution,
                    plugin,
                    outputDirectory,
                    environment,
                    Flag.of("production", production));
            try (ClusterBuild build = new ClusterBuildReader(services, invocation, getLog())
                    .read(cluster, edits, distribution, overlays)) {
                run(build);
            }
        } catch (ClusterException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Reading or writing failed: " + e.getMessage(), e);
        }
    }

    /** Value of the goal's own skip parameter. */
    abstract String skipGoal();

    /** Does the goal's work on a cluster that has been read and planned without a mistake. */
    abstract void run(ClusterBuild build) throws IOException;

    final MavenProject project() {
        return project;
    }

    /** Whether something was already done for this output directory in this session; notes that it is done now. */
    @SuppressWarnings("unchecked") // Maven's own type is raw
    final boolean doneBefore(String what, ClusterBuild build) {
        return getPluginContext()
                        .put("ei-cluster." + what + ":" + build.workspace().output(), true)
                != null;
    }
}

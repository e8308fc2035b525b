package io.github.eicluster.mojo;

import java.io.File;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters that all goals share which know the cluster. */
abstract class ClusterParameters extends AbstractMojo {

    /**
     * The EI distribution that every node is made from: the path of a zip archive or of an unpacked home, or the
     * coordinates of a Maven artifact. A relative path starts from the base directory; without a POM, from the current
     * one. The elements are in the configuration reference. Required; default: none.
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
     * reference. A single value is also a user property with dots for slashes, such as {@code
     * -Dei-cluster.database.type=mysql}, and {@code -Dei-cluster.nodes} takes hosts with commas; what the POM says wins.
     * Required with a POM; without one, two nodes on this machine.
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
     * Further changes of XML and properties files of the distribution, made after all others and without touching another
     * byte. The elements are in the configuration reference. Default: none.
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
     * every node, those of a folder named like a node's id on that node. Later folders win over earlier ones, a node's
     * own files over the common ones. As a user property: paths with commas. Files that end in {@code .vm} are rendered by
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
     * Where the dependencies of the project go on the nodes. Without it, the direct dependencies of the scopes compile and
     * runtime are packed for every node: jars in {@code lib}, artifacts of the types car, aar, war and dbs in their folders
     * below {@code repository/deployment/server}. The elements are in the configuration reference. Default: none.
     *
     * <pre>{@code
     * <libraries>
     *   <dropins>com.example:*-bundle</dropins>
     * </libraries>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration libraries;

    /**
     * Name of the environment, such as test or prod: lower-case letters, digits and hyphens, at most 31. It becomes part
     * of archive names, of classifiers, of the heading of the runbook, and of the folder that keeps the keys. Default:
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
     * The plugin's own directory, which must lie inside the build directory. A relative path starts from the base
     * directory. Default: {@code ei-cluster} in the build directory.
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
     * Whether this is for production: a password in clear text in the POM is an error instead of a warning, {@code tls} of
     * the database that is not {@code required} is a warning, and keys are neither kept where others can read them nor made
     * anew in a default place while a database of the cluster may hold data that needs the old ones.
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
     * Whether every node gets the application that {@code sample-car} writes, with which {@code smoke-test} tells the nodes
     * apart. It answers anybody who calls {@code /health}: leave it out again when the cluster has been tried.
     *
     * <pre>{@code
     * <sampleCar>true</sampleCar>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SAMPLE_CAR, defaultValue = "false")
    private String sampleCar;

    /**
     * Skips all goals of this plugin but help.
     *
     * <pre>{@code
     * <skip>true</skip>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP, defaultValue = "false")
    private String skip;

    final boolean skipped() {
        return Flag.of("skip", skip);
    }

    final boolean production() {
        return Flag.of("production", production);
    }

    final boolean sampleCar() {
        return Flag.of("sampleCar", sampleCar);
    }

    /** Whether POM or command line say anything of a cluster. */
    final boolean describesCluster(Invocation invocation) {
        Words words = new Words(invocation);
        return words.raw(distribution).isPresent() || words.raw(cluster).isPresent();
    }

    final File outputDirectory() {
        return outputDirectory;
    }

    final String environment() {
        return environment;
    }

    final ClusterBuild read(ClusterBuildReader reader, Supplier<KeyUse> keys) throws IOException {
        return reader.read(cluster, edits, libraries, distribution, overlays, keys);
    }
}

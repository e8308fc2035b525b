package io.github.eicluster.mojo;

import io.github.eicluster.smoke.SmokeOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** The parameters of {@code smoke-test}. */
abstract class SmokeTestParameters extends LaunchParameters {

    private static final int LARGEST_PORT = 65_535;

    /**
     * URL of the services over HTTP behind the load balancer, without a path. Default: host name and port of the cluster, if
     * it declares a load balancer with a port for HTTP.
     *
     * <pre>{@code
     * <balancerHttp>http://ei.example.com</balancerHttp>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_HTTP)
    private String balancerHttp;

    /**
     * URL of the services over HTTPS behind the load balancer, without a path. Default: host name and port of the cluster, if
     * it declares a load balancer.
     *
     * <pre>{@code
     * <balancerHttps>https://ei.example.com</balancerHttps>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_HTTPS)
    private String balancerHttps;

    /**
     * URL of the console behind the load balancer, without a path. Default: management host name and port of the cluster, if
     * it declares a load balancer that serves the console.
     *
     * <pre>{@code
     * <balancerConsole>https://ui.ei.example.com</balancerConsole>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_CONSOLE)
    private String balancerConsole;

    /**
     * Address of the load balancer, where its names are not known to this machine; the names are sent all the same. Default:
     * the entries of {@code hosts}, then the first {@code address} of the load balancer, then what this machine knows.
     *
     * <pre>{@code
     * <balancerAddress>192.168.57.10</balancerAddress>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_ADDRESS)
    private String balancerAddress;

    /**
     * PEM file with the certificates that vouch for nodes and load balancer. Default: {@code ca.crt} and {@code nodes.crt} of
     * the folder {@code certs} and of the kept keys; for the load balancer also the public authorities that Java trusts, but
     * not its own certificate, so that one of another authority needs this file.
     *
     * <pre>{@code
     * <trustedCertificates>ca.crt</trustedCertificates>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_TRUSTED)
    private String trustedCertificates;

    /**
     * How many requests are sent to each virtual server, 2 to 10000; at least two for each active node are.
     *
     * <pre>{@code
     * <smokeRequests>100</smokeRequests>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_REQUESTS, defaultValue = "20")
    private String smokeRequests;

    /**
     * How many seconds a connection or an answer may take.
     *
     * <pre>{@code
     * <smokeTimeout>30</smokeTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_TIMEOUT, defaultValue = "10")
    private String smokeTimeout;

    /**
     * Path of a service that names the node which answers, in the header {@code X-EI-Node} or as {@code "node": "<id>"} in a
     * JSON body. The default is the API of the sample application.
     *
     * <pre>{@code
     * <healthPath>/status</healthPath>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_PATH, defaultValue = "/health")
    private String healthPath;

    /**
     * Name of the service whose WSDL is looked at. The default is the proxy service of the sample application.
     *
     * <pre>{@code
     * <wsdlService>Version</wsdlService>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_SERVICE, defaultValue = "EiClusterSample")
    private String wsdlService;

    /**
     * Whether what could not be checked fails the build, too.
     *
     * <pre>{@code
     * <strict>true</strict>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_STRICT, defaultValue = "false")
    private String strict;

    /**
     * Whether one node is stopped and started while requests go on. For nodes that {@code start} has started on this machine,
     * with a load balancer and the sample application.
     *
     * <pre>{@code
     * <failover>true</failover>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_FAILOVER, defaultValue = "false")
    private String failover;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipSmokeTest>true</skipSmokeTest>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SMOKE_TEST_SKIP, defaultValue = "false")
    private String skipSmokeTest;

    SmokeTestParameters(Services services, ToolchainManager toolchains) {
        super(services, toolchains);
    }

    @Override
    final String skipGoal() {
        return skipSmokeTest;
    }

    final boolean failover() {
        return Flag.of("failover", failover);
    }

    final boolean strict() {
        return Flag.of("strict", strict);
    }

    final SmokeOptions options() {
        if (!healthPath.matches("/[!-~]*")) {
            throw new Mistake("healthPath", "'" + healthPath + "' is no path. Write one such as /health.");
        }
        if (!wsdlService.matches("[A-Za-z0-9_.\\-]+")) {
            throw new Mistake(
                    "wsdlService", "'" + wsdlService + "' is no name of a service. Write one such as EiClusterSample.");
        }
        if (!smokeRequests.matches("[1-9][0-9]{0,4}")
                || Integer.parseInt(smokeRequests) < 2
                || Integer.parseInt(smokeRequests) > 10_000) {
            throw new Mistake(
                    "smokeRequests", "'" + smokeRequests + "' is no number from 2 to 10000. Write one such as 20.");
        }
        return new SmokeOptions(
                Integer.parseInt(smokeRequests),
                DatabaseParameters.seconds("smokeTimeout", smokeTimeout),
                healthPath,
                wsdlService);
    }

    /** What the command line or the POM says of the load balancer beside the cluster. */
    final BalancerUrls urls() {
        return new BalancerUrls(
                url("balancerHttp", balancerHttp, "http"),
                url("balancerHttps", balancerHttps, "https"),
                url("balancerConsole", balancerConsole, "https"),
                text(balancerAddress),
                text(trustedCertificates));
    }

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static Optional<URI> url(String name, String text, String scheme) {
        return text(text).map(word -> {
            try {
                URI url = new URI(word);
                boolean root = url.getPath().isEmpty() || url.getPath().equals("/");
                if (scheme.equals(url.getScheme())
                        && url.getHost() != null
                        && root
                        && url.getUserInfo() == null
                        && url.getQuery() == null
                        && url.getFragment() == null
                        && url.getPort() <= LARGEST_PORT) {
                    return new URI(scheme, null, url.getHost(), url.getPort(), null, null, null);
                }
            } catch (URISyntaxException | NullPointerException e) {
                // told below
            }
            throw new Mistake(
                    name,
                    "'" + word + "' is no URL of a server. Write scheme, host and port, such as " + scheme
                            + "://ei.example.com.");
        });
    }
}

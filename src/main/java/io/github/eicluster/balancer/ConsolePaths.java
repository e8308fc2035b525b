package io.github.eicluster.balancer;

/**
 * What belongs to the console where it shares its host name with the services: its pages, its transfers of files
 * ({@code CarbonUIServiceComponent} of the kernel registers both) and the download links of its registry browser, for
 * tenants too.
 */
final class ConsolePaths {

    /** Regular expression for a path, for nginx and HAProxy. */
    static final String PATTERN = "^(/t/[^/]+)?/(carbon|fileupload|filedownload|registry/resource)(/|$)";

    private ConsolePaths() {}
}

package io.github.eicluster.smoke;

import java.time.Duration;

/**
 * How the cluster is looked at.
 *
 * @param requests how many requests are sent to each virtual server, at least 2
 * @param timeout how long a connection or an answer may take
 * @param healthPath path of the service that names its node, with a slash at the beginning
 * @param service name of the service whose WSDL is read
 */
public record SmokeOptions(int requests, Duration timeout, String healthPath, String service) {}

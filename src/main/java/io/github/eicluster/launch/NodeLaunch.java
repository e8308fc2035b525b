package io.github.eicluster.launch;

import io.github.eicluster.model.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node that is to be started.
 *
 * @param id id of the node
 * @param home its home, the folder that holds {@code bin}
 * @param javaHome directory of its JDK
 * @param environment what the start script takes from the environment, beside {@code JAVA_HOME}
 * @param host address at which its listeners answer
 * @param ports all ports on which it will listen
 * @param clusters whether its files make it a member of a cluster
 * @param memberPort its Hazelcast port
 * @param password start-up password of its vault, if it has one
 * @param log file that gets what it prints
 */
public record NodeLaunch(
        String id,
        Path home,
        Path javaHome,
        Map<String, String> environment,
        String host,
        List<PortUse> ports,
        boolean clusters,
        int memberPort,
        Optional<StartPassword> password,
        Path log) {

    /** Copies the collections. */
    public NodeLaunch {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        ports = List.copyOf(ports);
    }

    /**
     * The password that opens the key store of a vault (kernel {@code DefaultSecretCallbackHandler}).
     *
     * @param file name of the file in the home that the server reads
     * @param value the password
     */
    public record StartPassword(String file, Secret value) {}
}

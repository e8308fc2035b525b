package io.github.eicluster.smoke;

import io.github.eicluster.model.ListenerPorts;
import java.util.Optional;

/**
 * A node that is looked at.
 *
 * @param id its id
 * @param host address of its listeners; absent if the membership scheme finds it
 * @param memberHost address for the other members
 * @param memberPort Hazelcast port
 * @param ports its listeners, offset included
 * @param tlsName the name that its certificate has to hold
 * @param shielded whether only the load balancer has to reach its listeners
 */
public record TestedNode(
        String id,
        Optional<String> host,
        Optional<String> memberHost,
        int memberPort,
        ListenerPorts ports,
        String tlsName,
        boolean shielded) {}

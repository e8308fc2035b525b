package io.github.eicluster.model;

import java.util.Optional;

/**
 * One server of the cluster.
 *
 * @param id short name, {@code [a-z0-9][a-z0-9-]{0,30}}
 * @param host address that clients and the load balancer use; may be absent with the schemes aws, kubernetes and
 *     multicast
 * @param memberHost address that the other members use, {@code localMemberHost}; the host unless stated
 * @param bindAddress address that the listeners bind to; absent: the base's
 * @param portOffset added to every listener port by the server, {@code carbon.xml Ports/Offset}
 * @param memberPort Hazelcast port, {@code localMemberPort}; the server never adds the offset to it
 * @param registryReadOnly whether the shared registry is mounted read-only on this node
 * @param localRegistry database of the node's own registry; absent: the embedded H2 of the base
 * @param role what the load balancer does with the node
 * @param os operating system of the node's machine
 * @param ports listener ports before the offset, as far as declared
 * @param jvm settings of its Java virtual machine, as far as declared
 */
public record Node(
        String id,
        Optional<String> host,
        Optional<String> memberHost,
        Optional<String> bindAddress,
        int portOffset,
        int memberPort,
        boolean registryReadOnly,
        Optional<Datasource> localRegistry,
        Role role,
        Os os,
        Ports ports,
        Jvm jvm) {

    /** What the load balancer does with a node. */
    public enum Role {
        /** Takes requests. */
        ACTIVE,
        /** Takes requests only when no active node answers. */
        BACKUP,
        /** Takes none. */
        NONE
    }

    /** Operating system of a node's machine. */
    public enum Os {
        /** Linux and other Unix systems: {@code bin/integrator.sh}. */
        LINUX,
        /** Windows: {@code bin/integrator.bat}. */
        WINDOWS
    }
}

package io.github.eicluster.testing;

import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import java.util.Optional;

/** Nodes for tests that do not care what a node is like. */
public final class Nodes {

    private Nodes() {}

    /** {@return a node on 10.0.0.1 with no offset and everything else as the base has it} */
    public static Node node(String id) {
        return new Node(
                id,
                Optional.of("10.0.0.1"),
                Optional.empty(),
                Optional.empty(),
                0,
                4100,
                false,
                Optional.empty(),
                Node.Role.ACTIVE,
                Node.Os.LINUX,
                Ports.OF_BASE,
                Jvm.OF_BASE);
    }
}

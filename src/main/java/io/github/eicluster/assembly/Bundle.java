package io.github.eicluster.assembly;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The cluster bundle: what operations people need beside the node archives, without a secret. */
public final class Bundle {

    /** Files and folders of the output directory that go into the bundle. */
    private static final List<String> PARTS = List.of(
            "RUNBOOK.md",
            "hosts",
            "load-balancer",
            "databases",
            "services",
            "certs/ca.crt",
            "certs/nodes.crt",
            "certs/server.crt",
            "certs/server.csr");

    private final Path output;

    /**
     * The bundle of one build.
     *
     * @param output the plugin's output directory
     */
    public Bundle(Path output) {
        this.output = output;
    }

    /**
     * Writes the bundle; same files give the same bytes.
     *
     * @param target the zip file
     * @param timestamp time of all entries
     * @param withheld folders that are not this build's, or hold secrets
     */
    public void write(Path target, Instant timestamp, Set<String> withheld) {
        SmallZip zip = new SmallZip(output);
        PARTS.stream().filter(part -> !withheld.contains(part)).forEach(part -> zip.add(output.resolve(part)));
        zip.write(target, timestamp);
    }
}

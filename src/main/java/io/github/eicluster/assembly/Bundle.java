package io.github.eicluster.assembly;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The cluster bundle: what operations people need beside the node archives, without a secret. */
public final class Bundle {

    private static final String DATABASES = "databases";

    /** Files and folders of the output directory that go into the bundle; unless asked for, none holds a secret. */
    private static final List<String> PARTS = List.of(
            "RUNBOOK.md",
            "hosts",
            "load-balancer",
            DATABASES,
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
     * @param passwords whether the files of the databases hold passwords, which keeps them out
     */
    public void write(Path target, Instant timestamp, boolean passwords) {
        SmallZip zip = new SmallZip(output);
        PARTS.stream()
                .filter(part -> !passwords || !part.equals(DATABASES))
                .forEach(part -> zip.add(output.resolve(part)));
        zip.write(target, timestamp);
    }
}

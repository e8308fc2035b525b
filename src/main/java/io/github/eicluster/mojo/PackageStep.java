package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.Progress;
import io.github.eicluster.assembly.Bundle;
import io.github.eicluster.assembly.Checksums;
import io.github.eicluster.assembly.PackageOrder;
import io.github.eicluster.assembly.PackagedNode;
import io.github.eicluster.assembly.Packager;
import io.github.eicluster.assembly.PlannedNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** What {@code package} does once the nodes are staged. */
final class PackageStep {

    private static final String PACKAGING = "ei-cluster";
    private static final int MOST_THREADS = 64;

    private final Log log;
    private final MavenProject project;
    private final MavenProjectHelper helper;

    PackageStep(Log log, MavenProject project, MavenProjectHelper helper) {
        this.log = log;
        this.project = project;
        this.helper = helper;
    }

    /** Reads the parameter {@code threads}. */
    static int threads(String text) {
        if (text == null) {
            return Math.min(2, Runtime.getRuntime().availableProcessors());
        }
        String number = text.trim();
        int threads = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
        if (threads < 1 || threads > MOST_THREADS) {
            throw new Mistake(
                    "threads", "'" + number + "' is not a whole number from 1 to " + MOST_THREADS + ". Write one.");
        }
        return threads;
    }

    void run(
            ClusterBuild build,
            List<Format> formats,
            int threads,
            boolean attached,
            boolean summed,
            Set<String> withheld)
            throws IOException {
        List<PackageOrder> orders = orders(build, formats, summed);
        warnOfSecrets(build, formats, attached);
        long began = System.nanoTime();
        NodeArchiver archiver = new NodeArchiver(build.pluginVersion(), threads, progress(build, orders));
        List<PackagedNode> packed = new Packager(build.base(), build.workspace().output(), build.timestamp(), archiver)
                .pack(orders, build.planned().excluded());
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        Checksums checksums = new Checksums();
        for (PackagedNode node : packed) {
            log.info(Messages.packed(node));
            node.archive()
                    .checksum()
                    .ifPresent(sum -> checksums.add(node.archive().file(), sum));
            if (attached && node.format() != Format.DIRECTORY) {
                attach(build, node);
            }
        }
        log.info(Messages.allPacked(packed, elapsed));
        Optional<Path> bundle = writeBundle(build, withheld);
        if (summed) {
            bundle.ifPresent(checksums::add);
            attachedElsewhere(build.workspace().build()).forEach(checksums::add);
            log.info("checksums: " + checksums.write(build.workspace().build()).getFileName());
        }
        log.info("Next: " + build.workspace().output().resolve("RUNBOOK.md"));
    }

    private static List<PackageOrder> orders(ClusterBuild build, List<Format> formats, boolean summed) {
        List<PackageOrder> orders = new ArrayList<>();
        for (PlannedNode node : build.planned().nodes()) {
            for (Format format : formats) {
                Path target = build.archive(node.node().id(), format);
                orders.add(new PackageOrder(node, format, target, summed && format != Format.DIRECTORY));
            }
        }
        return orders;
    }

    private void warnOfSecrets(ClusterBuild build, List<Format> formats, boolean attached) {
        boolean someFile = formats.stream().anyMatch(format -> format != Format.DIRECTORY);
        build.planned().nodes().stream()
                .filter(node -> attached && someFile && node.clearSecretCount() > 0)
                .forEach(node -> log.warn(Messages.attachedSecrets(node)));
    }

    private Progress progress(ClusterBuild build, List<PackageOrder> orders) {
        if (!log.isInfoEnabled()) {
            return Progress.NONE;
        }
        Map<Path, String> names = new HashMap<>();
        orders.forEach(order -> names.put(order.target(), order.node().node().id()));
        return ProgressLines.of(names, StatusLine.of(build.session(), log));
    }

    private void attach(ClusterBuild build, PackagedNode node) {
        String classifier = build.workspace().classifier(node.nodeId());
        Path file = node.archive().file();
        helper.attachArtifact(project, node.format().text(), classifier, file.toFile());
    }

    /** {@return what other goals have attached and put beside the archives, such as the load balancer's archive} */
    private List<Path> attachedElsewhere(Path folder) {
        return project.getAttachedArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null)
                .map(artifact -> artifact.getFile().toPath().toAbsolutePath().normalize())
                .filter(file -> folder.equals(file.getParent()))
                .toList();
    }

    private Optional<Path> writeBundle(ClusterBuild build, Set<String> withheld) {
        if (!build.hasPom()) {
            return Optional.empty();
        }
        boolean main = PACKAGING.equals(project.getPackaging());
        Path target = build.bundle(main);
        new Bundle(build.workspace().output()).write(target, build.timestamp(), withheld);
        if (main) {
            project.getArtifact().setFile(target.toFile());
        } else {
            helper.attachArtifact(project, "zip", build.workspace().classifier("bundle"), target.toFile());
        }
        log.info("bundle: " + target.getFileName());
        return Optional.of(target);
    }
}

package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.home.ArchiveFiles;
import io.github.eicluster.verify.home.FolderFiles;
import io.github.eicluster.verify.home.LayeredFiles;
import io.github.eicluster.verify.home.NodeFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;

/** What is judged in one run: files of nodes by name, files of the load balancer, and what the POM declares. */
record JudgedHomes(
        Map<String, NodeFiles> nodes, Optional<BalancerView> balancer, Optional<Cluster> declared, String heading)
        implements AutoCloseable {

    /** Homes and archives by path, whoever made them. */
    static JudgedHomes of(Path base, List<String> paths, String balancerDirectory) {
        Map<String, NodeFiles> nodes = new LinkedHashMap<>();
        try {
            List<Path> homes =
                    paths.stream().map(path -> base.resolve(path).normalize()).toList();
            List<String> names = names(homes);
            for (int i = 0; i < homes.size(); i++) {
                nodes.put(names.get(i), open(homes.get(i)));
            }
            return new JudgedHomes(
                    nodes, balancer(base, balancerDirectory), Optional.empty(), String.join(", ", nodes.keySet()));
        } catch (RuntimeException e) {
            nodes.values().forEach(NodeFiles::close);
            throw e;
        }
    }

    /** The nodes of a build: their archives if they are there, else what would be packed. */
    static JudgedHomes of(ClusterBuild build, Path base, String balancerDirectory, Log log) {
        Map<String, NodeFiles> nodes = new LinkedHashMap<>();
        try {
            for (PlannedNode node : build.planned().nodes()) {
                String id = node.node().id();
                Path zip = build.archive(id, Format.ZIP);
                Path folder =
                        build.archive(id, Format.DIRECTORY).resolve(build.base().root());
                if (Files.exists(zip)) {
                    nodes.put(id, ArchiveFiles.open(zip));
                    log.info(id + ": " + zip.getFileName());
                } else if (Files.isDirectory(folder)) {
                    nodes.put(id, FolderFiles.open(folder));
                    log.info(id + ": " + folder);
                } else {
                    nodes.put(id, planned(build, node));
                    log.info(id + ": no archive is there, what package would write is judged");
                }
            }
            Optional<BalancerView> given = balancer(base, balancerDirectory);
            Optional<BalancerView> view = given.isPresent() ? given : made(build);
            return new JudgedHomes(
                    nodes,
                    view,
                    Optional.of(build.planned().cluster()),
                    build.planned().cluster().domain());
        } catch (RuntimeException e) {
            nodes.values().forEach(NodeFiles::close);
            throw e;
        }
    }

    private static NodeFiles planned(ClusterBuild build, PlannedNode node) {
        Map<String, byte[]> changed = new TreeMap<>(node.overlay().rendered());
        changed.putAll(node.plan().files());
        changed.putAll(node.stores());
        Map<String, Path> copied = new TreeMap<>(node.overlay().copied());
        copied.putAll(node.libraries().files());
        Set<String> left = new HashSet<>(build.planned().excluded());
        left.addAll(node.libraries().removed().keySet());
        return new LayeredFiles(build.base(), changed, copied, left);
    }

    /** The files that the goal load-balancer writes, with the certificates of the cluster beside them. */
    private static Optional<BalancerView> made(ClusterBuild build) {
        Map<String, byte[]> files = new TreeMap<>();
        LoadBalancerFolder.plan(build.planned())
                .files()
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        if (files.isEmpty()) {
            return Optional.empty();
        }
        build.planned().certificates().files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".crt"))
                .forEach(file -> files.put("ssl/" + file.getKey(), file.getValue()));
        return Optional.of(BalancerView.of(files));
    }

    private static Optional<BalancerView> balancer(Path base, String directory) {
        return directory == null || directory.isBlank()
                ? Optional.empty()
                : Optional.of(BalancerView.read(base.resolve(directory.strip()).normalize()));
    }

    private static NodeFiles open(Path home) {
        if (!Files.exists(home)) {
            throw new Mistake("homes", "'" + home + "' does not exist. Give an unpacked home or a zip archive.");
        }
        NodeFiles files = Files.isDirectory(home) ? FolderFiles.open(home) : ArchiveFiles.open(home);
        boolean home6 = files.size(Layout.CARBON).isPresent()
                || files.size(Layout.AXIS2).isPresent();
        if (!home6) {
            files.close();
            throw new ClusterException("homes: '" + home + "' is no WSO2 EI home: it has neither " + Layout.CARBON
                    + " nor " + Layout.AXIS2 + "; give the directory or archive that holds conf/ and bin/.");
        }
        return files;
    }

    /** The shortest ends of the paths that tell them apart, without extension. */
    private static List<String> names(List<Path> homes) {
        for (int length = 1; length <= 8; length++) {
            List<String> names = new ArrayList<>();
            for (Path home : homes) {
                int from = Math.max(0, home.getNameCount() - length);
                String end = home.subpath(from, home.getNameCount()).toString().replace('\\', '/');
                names.add(end.replaceFirst("\\.zip$", ""));
            }
            if (new HashSet<>(names).size() == names.size()) {
                return names;
            }
        }
        throw new Mistake("homes", "names a home twice. Give every home once.");
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeFiles::close);
    }
}

package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A build as a process of its own; one that never ends for the test of killed builds. */
public final class PackagingProcess {

    private PackagingProcess() {}

    /** Distribution, folder of the archives, and a folder with two contents that take turns, unless there is a fourth. */
    public static void main(String[] arguments) throws IOException {
        List<String> contents = List.of("one", "two");
        try (Distribution base = Distribution.open(Path.of(arguments[0]))) {
            System.out.println("begins");
            if (arguments.length == 4) {
                write(base, Path.of(arguments[1]), Path.of(arguments[2], arguments[3]));
                return;
            }
            for (int round = 0; ; round++) {
                write(base, Path.of(arguments[1]), Path.of(arguments[2], contents.get(round % 2)));
            }
        }
    }

    /** One build of two nodes in two formats. */
    static List<WrittenArchive> write(Distribution base, Path folder, Path content) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        for (String name : List.of("conf/carbon.xml", "lib/added.jar")) {
            files.put(name, content);
        }
        NodeContent node = new NodeContent(files, new TreeSet<>(), new TreeSet<>(), true);
        List<ArchiveRequest> requests = new ArrayList<>();
        for (String id : List.of("node1", "node2")) {
            requests.add(request(node, folder.resolve(id + ".zip"), Format.ZIP));
            requests.add(request(node, folder.resolve("homes").resolve(id), Format.DIRECTORY));
        }
        Files.createDirectories(folder);
        return new NodeArchiver("1", 2, Progress.NONE).write(base, requests);
    }

    private static ArchiveRequest request(NodeContent node, Path target, Format format) {
        return new ArchiveRequest(node, target, format, Instant.parse("2020-02-29T12:34:56Z"), false);
    }
}

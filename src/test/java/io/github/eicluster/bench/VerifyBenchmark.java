package io.github.eicluster.bench;

import io.github.eicluster.testing.SyntheticBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the goal verify on the archives of a cluster that this plugin has packed, from outside of a project, in a
 * heap of 256 MB. What Maven itself needs is measured by the goal explain, which prints one rule. Writes {@code
 * target/benchmark-verify.md}. No time fails it.
 */
public final class VerifyBenchmark {

    /** The local repository of the integration tests was filled from other repositories than those of this run. */
    private static final String TRACKING = "-Daether.enhancedLocalRepository.trackingFilename=none";

    private static final String HEAP = "-Xmx256m";
    private static final int ENTRIES_PER_MEGABYTE = 13;
    private static final Pattern USED = Pattern.compile("\\bPause \\S+.*? (\\d+)M->\\d+M\\(");
    private static final Pattern READ = Pattern.compile("(\\d+) bytes of configuration were read");
    private static final Pattern JUDGED = Pattern.compile("rules, ([0-9.]+) s");

    private final Path work;
    private final Path maven;
    private final List<String> repositories;
    private final String plugin;

    private VerifyBenchmark(Path work, Path maven, List<String> repositories, String version) {
        this.work = work;
        this.maven = maven;
        this.repositories = repositories;
        this.plugin = "io.github.eicluster:ei-cluster-maven-plugin:" + version;
    }

    /** Seconds of a process and what it said. */
    private record Run(double seconds, String output) {}

    /**
     * Folder to work in, Maven's home, local repository with the plugin, the one of this build, version of the plugin,
     * megabytes, nodes, rounds, report.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        List<String> repositories =
                List.of("-Dmaven.repo.local=" + arguments[2], "-Dmaven.repo.local.tail=" + arguments[3]);
        VerifyBenchmark benchmark = new VerifyBenchmark(work, Path.of(arguments[1]), repositories, arguments[4]);
        List<Integer> nodes =
                Stream.of(arguments[6].split(",", -1)).map(Integer::valueOf).toList();
        String report = benchmark.measure(Integer.parseInt(arguments[5]), nodes, Integer.parseInt(arguments[7]));
        Files.writeString(Path.of(arguments[8]), report);
        System.out.println(report);
    }

    private String measure(int megabytes, List<Integer> counts, int rounds) throws IOException, InterruptedException {
        List<Path> archives = archives(megabytes, Collections.max(counts));
        List<Row> rows = counts.stream().map(Row::new).toList();
        List<Double> start = new ArrayList<>();
        Random random = new Random(megabytes);
        List<Row> order = new ArrayList<>(rows);
        for (int round = 0; round <= rounds; round++) {
            double own = explain().seconds();
            Collections.shuffle(order, random);
            for (Row row : order) {
                Run run = verify(archives.subList(0, row.nodes), HEAP);
                // The first round warms the page cache up.
                if (round > 0) {
                    row.seconds.add(run.seconds());
                    row.judging.add(Double.valueOf(found(JUDGED, run.output())));
                }
            }
            if (round > 0) {
                start.add(own);
            }
        }
        for (Row row : rows) {
            List<Path> some = archives.subList(0, row.nodes);
            row.heap = largest(verify(some, HEAP + " -Xlog:gc").output());
            row.bytes = READ.matcher(verify(some, HEAP, "-X").output())
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }
        return report(archives.get(0), megabytes, rows, median(start), rounds);
    }

    /** One number of nodes. */
    private static final class Row {
        private final int nodes;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> judging = new ArrayList<>();
        private long heap;
        private long bytes;

        private Row(int nodes) {
            this.nodes = nodes;
        }
    }

    private String report(Path archive, int megabytes, List<Row> rows, double start, int rounds) throws IOException {
        FileStore store = Files.getFileStore(work);
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "# Benchmark of verify%n%n"
                        + "Machine: %d cores, file system %s, Java %s. Archives of %d MB (%d bytes), about %d entries each, in"
                        + " the page cache; heap %s. Medians of %d rounds. Maven's own start, measured with the goal explain,"
                        + " is %.2f s and taken off.%n%n"
                        + "| Archives | Beyond Maven's start, s | Per archive, s | Rules alone, s | Read, kB | Peak heap, MB"
                        + " |%n|---|---|---|---|---|---|%n",
                Runtime.getRuntime().availableProcessors(),
                store.type(),
                Runtime.version(),
                megabytes,
                Files.size(archive),
                megabytes * ENTRIES_PER_MEGABYTE,
                HEAP,
                rounds,
                start));
        for (Row row : rows) {
            double beyond = median(row.seconds) - start;
            report.append(String.format(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.2f | %d | %d |%n",
                    row.nodes,
                    beyond,
                    beyond / row.nodes,
                    median(row.judging),
                    row.bytes / 1000,
                    row.heap));
        }
        return report.toString();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The archives of a cluster, made once. */
    private List<Path> archives(int megabytes, int nodes) throws IOException, InterruptedException {
        Path folder = work.resolve("cluster-" + megabytes + "-" + nodes);
        List<Path> archives = IntStream.rangeClosed(1, nodes)
                .mapToObj(node -> folder.resolve("target/bench-1-node" + node + ".zip"))
                .toList();
        if (!archives.stream().allMatch(Files::exists)) {
            Path base = folder.resolve("base.zip");
            if (!Files.exists(base)) {
                SyntheticBase.write(base, megabytes * 1_000_000L, megabytes * ENTRIES_PER_MEGABYTE);
            }
            Files.writeString(folder.resolve("pom.xml"), pom(base, nodes));
            mvn(folder, "", List.of("package", "-Dei-cluster.certs.store=" + work.resolve("keys")));
            Files.delete(base);
        }
        return archives;
    }

    private String pom(Path base, int nodes) {
        String declared = IntStream.rangeClosed(1, nodes)
                .mapToObj("<node><id>node%1$d</id><host>192.168.57.%1$d</host></node>"::formatted)
                .collect(Collectors.joining());
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bench</groupId>
                  <artifactId>bench</artifactId>
                  <version>1</version>
                  <packaging>ei-cluster</packaging>
                  <build><plugins><plugin>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <extensions>true</extensions>
                    <configuration>
                      <distribution>%s</distribution>
                      <cluster>
                        <hostName>ei.example.com</hostName>
                        <nodes>%s</nodes>
                        <database><type>mysql</type><host>db.example.com</host>
                          <username>ei</username><password>env:EI_BENCHMARK</password></database>
                      </cluster>
                    </configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(
                        plugin.split(":", -1)[0], plugin.split(":", -1)[1], plugin.split(":", -1)[2], base, declared);
    }

    private Run explain() throws IOException, InterruptedException {
        return mvn(outside(), HEAP, List.of(plugin + ":explain", "-Dei-cluster.explain.rule=EIC010"));
    }

    private Run verify(List<Path> archives, String options, String... more) throws IOException, InterruptedException {
        String homes = archives.stream().map(Path::toString).collect(Collectors.joining(","));
        List<String> arguments = new ArrayList<>(
                List.of(plugin + ":verify", "-Dei-cluster.verify.homes=" + homes, "-Dei-cluster.verify.failOn=never"));
        arguments.addAll(List.of(more));
        return mvn(outside(), options, arguments);
    }

    private Path outside() throws IOException {
        return Files.createDirectories(work.resolve("outside"));
    }

    private Run mvn(Path folder, String options, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven.resolve("bin/mvn").toString(), "-B", "-o", TRACKING));
        command.addAll(repositories);
        command.addAll(arguments);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MAVEN_OPTS", options);
        builder.environment().put("EI_BENCHMARK", "secret");
        long began = System.nanoTime();
        int status = builder.start().waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        if (status != 0) {
            throw new IllegalStateException(command + " failed: " + text);
        }
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", arguments.get(0), seconds);
        return new Run(seconds, text);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in: " + text);
        }
        return matcher.group(1);
    }

    private static long largest(String log) {
        return USED.matcher(log)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }
}

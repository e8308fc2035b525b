package io.github.eicluster.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the ways as a user would, in processes of their own. */
final class Ways {

    /** What the goal says at its end. */
    private static final Pattern IN_GOAL = Pattern.compile("Wrote \\d+ of \\d+ archives, .* in ([0-9.]+) s");

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final int PAUSE_SECONDS = 5;

    /** A file that every node has for itself. */
    private static final String CHANGED = "wso2ei-6.6.0/conf/carbon.xml";

    private final Path work;
    private final Path maven;
    private final Path repository;
    private final Path own;
    private final String version;
    private double peak;

    /**
     * The ways.
     *
     * @param work folder to work in
     * @param maven Maven's home
     * @param repository local repository with this plugin and what it needs
     * @param own local repository of the user, for other plugins
     * @param version version of this plugin
     */
    Ways(Path work, Path maven, Path repository, Path own, String version) {
        this.work = work;
        this.maven = maven;
        this.repository = repository;
        this.own = own;
        this.version = version;
    }

    Measurement run(Way way, Path base, int nodes) throws IOException, InterruptedException {
        Path folder = work.resolve("run");
        if (way != Way.GOAL_AGAIN) {
            delete(folder);
            Files.createDirectories(folder);
        }
        return switch (way) {
            case CP -> plain(() -> copy(base, folder, nodes));
            case UNZIP_ZIP -> plain(() -> unzipAndZip(base, folder, nodes));
            case ASSEMBLY -> plain(() -> assembly(base, folder, nodes));
            case GOAL_SERIAL -> goal(base, folder, nodes, "", "-Dei-cluster.package.threads=1");
            case GOAL -> goal(base, folder, nodes, "", "-Dei-cluster.package.threads=2");
            case GOAL_SMALL -> goal(base, folder, nodes, "-Xmx64m", "-Dei-cluster.package.threads=2");
            case GOAL_AGAIN -> {
                delete(folder);
                Files.createDirectories(folder);
                goal(base, folder, nodes, "", "-Dei-cluster.package.threads=2");
                yield goal(base, folder, nodes, "", "-Dei-cluster.package.threads=2");
            }
        };
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Measurement plain(Work runnable) throws IOException, InterruptedException {
        // Maven starts for seconds before it copies. Memory that was freed a moment ago is faster than other memory in
        // some virtual machines, so all begin after about the same time.
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        peak = 0;
        long began = System.nanoTime();
        runnable.run();
        return new Measurement((System.nanoTime() - began) / 1e9, -1, peak);
    }

    private void copy(Path base, Path folder, int nodes) throws IOException, InterruptedException {
        for (int node = 1; node <= nodes; node++) {
            process(folder, List.of("cp", base.toString(), "node" + node + ".zip"), "");
        }
    }

    private void unzipAndZip(Path base, Path folder, int nodes) throws IOException, InterruptedException {
        process(folder, List.of("unzip", "-q", base.toString()), "");
        for (int node = 1; node <= nodes; node++) {
            Files.writeString(folder.resolve(CHANGED), "<Server>node" + node + "</Server>");
            process(folder, List.of("zip", "-q", "-r", "node" + node + ".zip", "wso2ei-6.6.0"), "");
        }
    }

    /** One execution per node; the changed file wins since the base leaves it out. */
    private void assembly(Path base, Path folder, int nodes) throws IOException, InterruptedException {
        StringBuilder executions = new StringBuilder();
        for (int node = 1; node <= nodes; node++) {
            Files.writeString(folder.resolve("carbon" + node + ".xml"), "<Server>node" + node + "</Server>");
            Files.writeString(folder.resolve("node" + node + ".xml"), """
                    <assembly>
                      <id>node%1$d</id>
                      <formats><format>zip</format></formats>
                      <includeBaseDirectory>false</includeBaseDirectory>
                      <fileSets>
                        <fileSet><directory>unpacked</directory><outputDirectory>/</outputDirectory>
                          <useDefaultExcludes>false</useDefaultExcludes>
                          <excludes><exclude>%2$s</exclude></excludes></fileSet>
                      </fileSets>
                      <files>
                        <file><source>carbon%1$d.xml</source><outputDirectory>wso2ei-6.6.0/conf</outputDirectory>
                          <destName>carbon.xml</destName></file>
                      </files>
                    </assembly>
                    """.formatted(node, CHANGED));
            executions.append("""
                    <execution><id>node%1$d</id><phase>package</phase><goals><goal>single</goal></goals>
                      <configuration><descriptors><descriptor>node%1$d.xml</descriptor></descriptors></configuration>
                    </execution>
                    """.formatted(node));
        }
        pom(folder, "pom", """
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-assembly-plugin</artifactId>
                  <version>3.7.1</version>
                  <executions>%s</executions>
                </plugin>
                """.formatted(executions));
        process(folder, List.of("unzip", "-q", base.toString(), "-d", "unpacked"), "");
        // Not offline: what the plugin needs is fetched by the first run.
        maven(folder, "", List.of("package", "-Dmaven.repo.local=" + own));
    }

    private Measurement goal(Path base, Path folder, int nodes, String options, String threads)
            throws IOException, InterruptedException {
        StringBuilder declared = new StringBuilder();
        for (int node = 1; node <= nodes; node++) {
            declared.append("<node><id>node%1$d</id><host>127.0.0.1</host></node>".formatted(node));
        }
        pom(folder, "ei-cluster", """
                <plugin>
                  <groupId>io.github.eicluster</groupId>
                  <artifactId>ei-cluster-maven-plugin</artifactId>
                  <version>%s</version>
                  <extensions>true</extensions>
                  <configuration>
                    <distribution>%s</distribution>
                    <cluster>
                      <hostName>ei.example.com</hostName>
                      <nodes>%s</nodes>
                    </cluster>
                  </configuration>
                </plugin>
                """.formatted(version, base, declared));
        peak = 0;
        long began = System.nanoTime();
        List<String> arguments = List.of(
                "package",
                "-o",
                "-Dmaven.repo.local=" + repository,
                // Bills of materials of dependencies are only where this build has got them.
                "-Dmaven.repo.local.tail=" + own,
                // What is in these repositories is taken as it is, wherever it came from.
                "-Daether.enhancedLocalRepository.trackingFilename=none.properties",
                threads,
                "-Dei-cluster.certs.store=" + work.resolve("keys"));
        String log = maven(folder, options, arguments);
        double whole = (System.nanoTime() - began) / 1e9;
        Matcher said = IN_GOAL.matcher(log);
        return new Measurement(whole, said.find() ? Double.parseDouble(said.group(1)) : -1, peak);
    }

    private static void pom(Path folder, String packaging, String plugin) throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bench</groupId>
                  <artifactId>bench</artifactId>
                  <version>1</version>
                  <packaging>%s</packaging>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(packaging, plugin));
    }

    private String maven(Path folder, String options, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven.resolve("bin/mvn").toString(), "-B", "-f", "pom.xml"));
        command.addAll(arguments);
        return process(folder, command, options);
    }

    /** Runs a process to its end, and watches its resident size. */
    private String process(Path folder, List<String> command, String mavenOptions)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MAVEN_OPTS", mavenOptions);
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            watch(status);
        }
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed: " + text);
        }
        return text;
    }

    private void watch(Path status) {
        try {
            Matcher found = PEAK.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
            peak = found.find() ? Math.max(peak, Long.parseLong(found.group(1)) / 1e3) : peak;
        } catch (IOException e) {
            // The process has ended, or this is no Linux.
            return;
        }
    }

    long megabytesOfMemory() throws IOException {
        Path file = Path.of("/proc/meminfo");
        Matcher total =
                Pattern.compile("MemTotal:\\s+(\\d+) kB").matcher(Files.exists(file) ? Files.readString(file) : "");
        return total.find() ? Long.parseLong(total.group(1)) / 1000 : 0;
    }

    String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ", 2)[0] : "unknown";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

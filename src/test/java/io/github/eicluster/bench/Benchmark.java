package io.github.eicluster.bench;

import io.github.eicluster.testing.SyntheticBase;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Compares ways to make the distributions of a cluster: copying the file, unzipping and zipping by hand,
 * maven-assembly-plugin, and this plugin. All ways run side by side in shuffled rounds of one run, so that what else the
 * machine does hits all alike; medians are given. Writes {@code target/benchmark.md}. No time fails it.
 */
public final class Benchmark {

    private static final int ENTRIES_PER_MEGABYTE = 13;

    private final Path work;
    private final Ways ways;
    private final int rounds;
    private final StringBuilder report = new StringBuilder();

    private Benchmark(Path work, Ways ways, int rounds) {
        this.work = work;
        this.ways = ways;
        this.rounds = rounds;
    }

    /** Folder to work in, Maven's home, repository with the plugin, own one, its version, megabytes, nodes, rounds, report. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Ways ways = new Ways(work, Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]), arguments[4]);
        Benchmark benchmark = new Benchmark(work, ways, Integer.parseInt(arguments[7]));
        benchmark.describe();
        for (String megabytes : arguments[5].split(",", -1)) {
            benchmark.compare(Integer.parseInt(megabytes), numbers(arguments[6]));
        }
        Files.writeString(Path.of(arguments[8]), benchmark.report);
        System.out.println(benchmark.report);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    private void describe() throws IOException {
        FileStore store = Files.getFileStore(Files.createDirectories(work));
        long memory = ways.megabytesOfMemory();
        report.append("# Benchmark\n\n")
                .append("Machine: ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, ")
                .append(memory)
                .append(" MB of memory, file system ")
                .append(store.type())
                .append(", Java ")
                .append(Runtime.version())
                .append(", load at the beginning ")
                .append(ways.load())
                .append(". Medians of ")
                .append(rounds)
                .append(" rounds, the ways of a round in random order, files in the page cache.\n");
    }

    private void compare(int megabytes, List<Integer> nodes) throws IOException, InterruptedException {
        Path base = work.resolve("base-" + megabytes + ".zip");
        if (!Files.exists(base)) {
            Path part = work.resolve("base.part");
            SyntheticBase.write(part, megabytes * 1_000_000L, megabytes * ENTRIES_PER_MEGABYTE);
            Files.move(part, base);
        }
        List<Cell> cells = new ArrayList<>();
        for (int count : nodes) {
            for (Way way : Way.values()) {
                // Minutes each, and the cost of a node is always the same.
                if (!way.isSlow() || count <= 2) {
                    cells.add(new Cell(way, count));
                }
            }
        }
        Random random = new Random(megabytes);
        for (int round = 0; round <= rounds; round++) {
            Collections.shuffle(cells, random);
            for (Cell cell : cells) {
                // Minutes each: no round to warm up, and a third of the others.
                if (cell.way.isSlow() && (round == 0 || round > (rounds + 2) / 3)) {
                    continue;
                }
                Measurement measured = ways.run(cell.way, base, cell.nodes);
                // The first round warms the page cache up.
                if (round > 0) {
                    cell.measured.add(measured);
                }
                System.out.println(
                        megabytes + " MB, round " + round + ": " + cell.nodes + " x " + cell.way + " " + measured);
            }
        }
        table(base, megabytes, nodes, cells);
    }

    private void table(Path base, int megabytes, List<Integer> nodes, List<Cell> cells) throws IOException {
        report.append("\n## Base of ")
                .append(megabytes)
                .append(" MB, about ")
                .append(megabytes * ENTRIES_PER_MEGABYTE)
                .append(" entries (")
                .append(Files.size(base))
                .append(
                        " bytes)\n\n| Way | Nodes | Whole process, s | x cp | In the goal, s | x cp | Peak memory, MB | Rounds |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (Way way : Way.values()) {
            for (int count : nodes) {
                Cell copy = find(cells, Way.CP, count);
                cells.stream()
                        .filter(cell -> cell.way == way && cell.nodes == count)
                        .forEach(cell -> row(cell, copy));
            }
        }
        for (int i = 1; i < nodes.size(); i++) {
            perNode(cells, nodes.get(i - 1), nodes.get(i));
        }
    }

    private static Cell find(List<Cell> cells, Way way, int nodes) {
        return cells.stream()
                .filter(cell -> cell.way == way && cell.nodes == nodes)
                .findFirst()
                .orElseThrow();
    }

    private void row(Cell cell, Cell copy) {
        double inGoal = cell.median(Measurement::inGoal);
        report.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %s | %s | %.0f | %d |%n",
                cell.way.title(),
                cell.nodes,
                cell.median(Measurement::whole),
                cell.median(Measurement::whole) / copy.median(Measurement::whole),
                inGoal < 0 ? "" : String.format(Locale.ROOT, "%.3f", inGoal),
                inGoal < 0 ? "" : String.format(Locale.ROOT, "%.2f", inGoal / copy.median(Measurement::whole)),
                cell.median(Measurement::peakMegabytes),
                cell.measured.size()));
    }

    /** What further nodes cost, compared with what further copies cost. */
    private void perNode(List<Cell> cells, int fewer, int more) {
        double copies = difference(cells, Way.CP, fewer, more, Measurement::whole);
        for (Way way : List.of(Way.GOAL_SERIAL, Way.GOAL)) {
            double further = difference(cells, way, fewer, more, Measurement::inGoal);
            report.append(String.format(
                    Locale.ROOT,
                    "%n%s: from %d to %d nodes, a node costs %.3f s, a copy %.3f s, %.2f x cp.%n",
                    way.title(),
                    fewer,
                    more,
                    further,
                    copies,
                    further / copies));
        }
    }

    private static double difference(List<Cell> cells, Way way, int fewer, int more, Measurement.Value value) {
        double first = find(cells, way, fewer).median(value);
        return (find(cells, way, more).median(value) - first) / (more - fewer);
    }

    /** One way with one number of nodes. */
    private record Cell(Way way, int nodes, List<Measurement> measured) {

        Cell(Way way, int nodes) {
            this(way, nodes, new ArrayList<>());
        }

        double median(Measurement.Value value) {
            List<Double> sorted = measured.stream().map(value::of).sorted().collect(Collectors.toList());
            return sorted.isEmpty() ? -1 : sorted.get(sorted.size() / 2);
        }
    }
}

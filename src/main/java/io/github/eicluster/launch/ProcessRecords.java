package io.github.eicluster.launch;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The folder that remembers which nodes were started, a file for each: another Maven finds there what to stop. Whoever
 * starts a node holds the lock of this object until it is remembered.
 */
public final class ProcessRecords {

    private static final String END = ".properties";

    private final Path folder;
    private boolean closed;

    /**
     * The records of one output directory.
     *
     * @param output the plugin's output directory
     */
    public ProcessRecords(Path output) {
        this.folder = output.resolve("run").resolve("processes");
    }

    /** {@return all records in the order of the starts, also those whose processes have ended} */
    public List<ProcessRecord> all() {
        List<ProcessRecord> records = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return records;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
            for (Path file : files) {
                read(file).ifPresent(records::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records.sort(Comparator.comparingInt(ProcessRecord::order).thenComparing(ProcessRecord::node));
        return records;
    }

    /** {@return the records of nodes that run, in the order of their starts} */
    public List<ProcessRecord> running() {
        return all().stream().filter(ProcessRecord::runs).toList();
    }

    /**
     * Finds the record of a node.
     *
     * @param node id of the node
     * @return its record, if there is one
     */
    public Optional<ProcessRecord> of(String node) {
        Path file = folder.resolve(node + END);
        try {
            return Files.isRegularFile(file) ? read(file) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessRecord> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(ProcessRecord.of(properties));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "'" + file
                            + "' is no record of a started node. Delete it, after a look whether its node still runs.",
                    e);
        }
    }

    /** Writes a record whole or not at all. */
    void write(ProcessRecord record) {
        Path file = folder.resolve(record.node() + END);
        Path part = folder.resolve("." + record.node() + ".part");
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(part)) {
                record.properties().store(writer, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written", e);
        }
    }

    /** Changes the record of a node, if there still is one. */
    synchronized void update(String node, UnaryOperator<ProcessRecord> change) {
        Optional<ProcessRecord> before = of(node);
        before.map(change).filter(after -> !after.equals(before.get())).ifPresent(this::write);
    }

    /** From now on this program starts no node: it ends. */
    synchronized void close() {
        closed = true;
    }

    /** Fails if this program ends. */
    synchronized void requireOpen() {
        if (closed) {
            throw new ClusterException("This Maven ends, and starts no node any more.");
        }
    }

    /** Forgets a node, and deletes the password that it was to read. */
    void remove(ProcessRecord record) {
        try {
            if (record.password().isPresent()) {
                Files.deleteIfExists(record.password().get());
            }
            Files.deleteIfExists(folder.resolve(record.node() + END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** One entry of a node archive. */
sealed interface Item {

    /** {@return path below the home; empty for the root folder} */
    String path();

    /** {@return what it is} */
    BaseEntry.Kind kind();

    /** {@return permission bits} */
    int mode();

    /** {@return size of the content in bytes} */
    long size();

    /** {@return the content of a file} */
    InputStream open(Base base) throws IOException;

    /** {@return time of the last change, as it is written} */
    Instant time(NodeWriter.Order order);

    /** {@return about how many bytes it takes in a zip archive} */
    long length(Base base);

    /** An entry of the base that does not change. */
    record Kept(BaseEntry entry) implements Item {
        @Override
        public String path() {
            return entry.path();
        }

        @Override
        public BaseEntry.Kind kind() {
            return entry.kind();
        }

        @Override
        public int mode() {
            return entry.mode();
        }

        @Override
        public long size() {
            return entry.size();
        }

        @Override
        public InputStream open(Base base) throws IOException {
            return base.open(entry);
        }

        @Override
        public Instant time(NodeWriter.Order order) {
            return order.time(entry);
        }

        @Override
        public long length(Base base) {
            return base.length(entry) + HEADERS;
        }
    }

    /**
     * A file with new content: one of the base, or one that the base does not have.
     *
     * @param path path below the home
     * @param replaced the entry of the base whose place it takes, or null
     * @param file what holds the content
     * @param size size of the content
     * @param mode permission bits
     */
    record Made(String path, BaseEntry replaced, Path file, long size, int mode) implements Item {

        static Made inPlaceOf(BaseEntry entry, Path file) throws IOException {
            return new Made(entry.path(), entry, file, Files.size(file), entry.mode());
        }

        static Made added(String path, Path file, int mode) throws IOException {
            return new Made(path, null, file, Files.size(file), mode);
        }

        @Override
        public BaseEntry.Kind kind() {
            return BaseEntry.Kind.FILE;
        }

        @Override
        public InputStream open(Base base) throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Instant time(NodeWriter.Order order) {
            return order.timestamp();
        }

        @Override
        public long length(Base base) {
            return size + HEADERS;
        }
    }

    /** Bytes that headers take, about. */
    long HEADERS = 200;
}

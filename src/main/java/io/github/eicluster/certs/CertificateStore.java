package io.github.eicluster.certs;

import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder that keeps keys, passwords and finished key stores between builds. It is locked from {@link #open} to
 * {@link #close}; nothing is written before {@link #commit}.
 */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
public final class CertificateStore implements AutoCloseable {

    private CertificateStore() {}

    /**
     * Opens the store, and waits for whoever has it open, in this process or another one.
     *
     * @param folder the folder; made if it is missing
     * @return the store
     * @throws io.github.eicluster.model.ClusterException if it cannot be read or written, is damaged, or stays locked for
     *     too long
     */
    public static CertificateStore open(Path folder) {
        return unfinished();
    }

    /**
     * Opens the store to look only: nothing is locked or made, and {@link #commit} does nothing.
     *
     * @param folder the folder, may be missing
     * @return the store
     */
    public static CertificateStore look(Path folder) {
        return unfinished();
    }

    /** {@return the folder} */
    public Path folder() {
        return unfinished();
    }

    /** Whether it holds no key yet. */
    boolean isNew() {
        return unfinished();
    }

    /** What is wrong with its protection, such as a folder that others can read. */
    List<Problem> problems(boolean production) {
        return unfinished();
    }

    /** A key by name, such as {@code ca}, {@code internal}, {@code node}, {@code node-node1}, {@code load-balancer}. */
    Optional<KeyEntry> key(String name) {
        return unfinished();
    }

    /** Keeps a key; a key pair that it replaces is kept beside it under its fingerprint, a mere new certificate not. */
    void putKey(String name, KeyEntry entry) {
        unfinished();
    }

    /** The password of that name, generated at the first call and kept: 128 bits or more, letters and digits only. */
    Secret password(String name) {
        return unfinished();
    }

    /** Bytes that differ at each making, kept by everything that they depend on; made only if they are not there. */
    byte[] derived(Recipe recipe, Supplier<byte[]> maker) {
        return unfinished();
    }

    /** Writes everything that is new, each file at once and readable by its owner only. */
    public void commit() {
        unfinished();
    }

    @Override
    public void close() {
        unfinished();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T unfinished() {
        throw new UnsupportedOperationException();
    }
}

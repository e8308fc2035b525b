package io.github.eicluster.certs;

import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The folder that keeps keys, passwords and finished key stores between builds. It is locked from {@link #open} to
 * {@link #close}; nothing is written before {@link #commit}. One thread uses an opened store.
 */
public final class CertificateStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final StoreFiles files;
    private final Optional<StoreLock> lock;
    private final Passwords passwords;

    /** What the folder has, as far as it was asked for. */
    private final Map<String, Optional<KeyEntry>> stored = new HashMap<>();

    private final SortedMap<String, KeyEntry> newKeys = new TreeMap<>();
    private final SortedMap<String, byte[]> newDerived = new TreeMap<>();
    private boolean hasKeys;
    private boolean closed;

    private CertificateStore(StoreFiles files, Optional<StoreLock> lock) {
        this.files = files;
        this.lock = lock;
        this.passwords = Passwords.read(files.folder().resolve(Passwords.FILE), files.read(Passwords.FILE));
        this.hasKeys = !files.keyFiles().isEmpty();
    }

    /**
     * Opens the store, and waits for whoever has it open, in this process or another one, for two minutes.
     *
     * @param folder the folder; made if it is missing
     * @return the store
     * @throws io.github.eicluster.model.ClusterException if it cannot be read or written, is damaged, or stays locked for
     *     too long
     */
    public static CertificateStore open(Path folder) {
        return open(folder, PATIENCE);
    }

    static CertificateStore open(Path folder, Duration patience) {
        StoreFiles files = StoreFiles.make(folder.toAbsolutePath());
        StoreLock lock = StoreLock.acquire(files, patience);
        try {
            return new CertificateStore(files, Optional.of(lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the store to look only: nothing is locked or made, and {@link #commit} does nothing.
     *
     * @param folder the folder, may be missing
     * @return the store
     * @throws io.github.eicluster.model.ClusterException if it cannot be read, or is damaged
     */
    public static CertificateStore look(Path folder) {
        return new CertificateStore(StoreFiles.of(folder.toAbsolutePath()), Optional.empty());
    }

    /** {@return the folder, absolute} */
    public Path folder() {
        return files.folder();
    }

    /** Whether the folder holds no key yet; one that was put counts from the commit on. */
    boolean isNew() {
        return !hasKeys;
    }

    /** What is wrong with its protection, such as a folder that others can read. */
    List<Problem> problems(boolean production) {
        List<String> open = files.openToOthers();
        if (open.isEmpty()) {
            return List.of();
        }
        return List.of(new Problem(
                production ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                folder().toString(),
                "others than the owner of the certificate store may use " + String.join(", ", open)
                        + ", and whoever reads it has the private keys of the cluster. Run chmod -R go-rwx '" + folder()
                        + "'."));
    }

    /**
     * A key by name, such as {@code ca}, {@code internal}, {@code node}, {@code node-node1}, {@code load-balancer}.
     *
     * @throws io.github.eicluster.model.ClusterException if its file is damaged or cannot be read
     */
    Optional<KeyEntry> key(String name) {
        KeyEntry fresh = newKeys.get(checked(name));
        return fresh == null ? stored(name) : Optional.of(fresh);
    }

    /** Keeps a key; a key pair that it replaces is kept beside it under its fingerprint, a mere new certificate not. */
    void putKey(String name, KeyEntry entry) {
        if (!ChainBuilder.belongs(entry.key(), entry.certificate())) {
            throw new IllegalArgumentException("key and certificate of " + name + " do not belong together");
        }
        if (stored(checked(name)).filter(entry::equals).isPresent()) {
            newKeys.remove(name);
        } else {
            newKeys.put(name, entry);
        }
    }

    /** The password of that name, generated at the first call and kept: 128 bits or more, letters and digits only. */
    Secret password(String name) {
        return passwords.get(checked(name));
    }

    /** All passwords that are there. */
    List<Secret> passwords() {
        return passwords.all();
    }

    /** Bytes that differ at each making, kept by everything that they depend on; made only if they are not there. */
    byte[] derived(Recipe recipe, Supplier<byte[]> maker) {
        String digest = recipe.digest();
        byte[] made = newDerived.get(digest);
        if (made == null) {
            Optional<byte[]> kept = files.read(derivedFile(digest)).filter(content -> content.length > 0);
            if (kept.isPresent()) {
                return kept.get();
            }
            made = maker.get();
            newDerived.put(digest, made.clone());
        }
        return made.clone();
    }

    /**
     * Writes everything that is new, each file at once and readable by its owner only. Passwords come first and finished
     * key stores last, so that a build that dies in between leaves nothing that cannot be opened.
     *
     * @throws io.github.eicluster.model.ClusterException if a file cannot be written
     */
    public void commit() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (lock.isEmpty() || (newKeys.isEmpty() && newDerived.isEmpty() && !passwords.changed())) {
            return;
        }
        if (files.read(StoreReadme.FILE).isEmpty()) {
            files.write(StoreReadme.FILE, StoreReadme.TEXT.getBytes(StandardCharsets.UTF_8));
        }
        if (passwords.changed()) {
            files.write(Passwords.FILE, passwords.content());
            passwords.written();
        }
        newKeys.forEach(this::write);
        newKeys.clear();
        newDerived.forEach((digest, content) -> files.write(derivedFile(digest), content));
        newDerived.clear();
    }

    /** Gives the lock back; what was not committed is forgotten. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lock.ifPresent(StoreLock::close);
        }
    }

    private void write(String name, KeyEntry entry) {
        stored(name)
                .filter(old -> !publicKey(old).equals(publicKey(entry)))
                .ifPresent(old -> files.write(KeyFile.replaced(name, old), KeyFile.content(old)));
        files.write(name + StoreFiles.KEY, KeyFile.content(entry));
        stored.put(name, Optional.of(entry));
        hasKeys = true;
    }

    private Optional<KeyEntry> stored(String name) {
        return stored.computeIfAbsent(name, missing -> {
            String file = name + StoreFiles.KEY;
            return files.read(file).map(content -> KeyFile.read(files.folder().resolve(file), content));
        });
    }

    private static String publicKey(KeyEntry entry) {
        return Fingerprints.of(entry.certificate().getPublicKey());
    }

    private static String derivedFile(String digest) {
        return StoreFiles.DERIVED + "/" + digest;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a key or password: " + name);
        }
        return name;
    }
}

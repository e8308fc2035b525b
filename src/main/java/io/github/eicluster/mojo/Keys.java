package io.github.eicluster.mojo;

import io.github.eicluster.certs.CertificatePlanner;
import io.github.eicluster.certs.CertificateStore;
import io.github.eicluster.certs.Renewal;
import io.github.eicluster.certs.VaultCiphers;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.VaultKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.aether.SessionData;

/**
 * The store of the keys while a goal uses it: locked, so that nobody else makes keys between planning and writing, or
 * only looked at.
 */
final class Keys implements AutoCloseable {

    private final KeyFolder folder;
    private final KeyUse use;
    private final SessionData session;
    private final CertificateStore store;
    private boolean open = true;

    private Keys(KeyFolder folder, KeyUse use, SessionData session, CertificateStore store) {
        this.folder = folder;
        this.use = use;
        this.session = session;
        this.store = store;
    }

    /** Opens the store; one that nothing is kept in is not made. */
    static Keys open(KeyFolder folder, KeyUse use, Cluster cluster, Invocation invocation) {
        boolean needed = cluster.certificates().mode() != Certificates.Mode.NONE
                || cluster.vault().isPresent();
        boolean made = use.made() && needed;
        return new Keys(
                folder,
                use,
                invocation.session().getRepositorySession().getData(),
                made ? CertificateStore.open(folder.path()) : CertificateStore.look(folder.path()));
    }

    CertificatePlanner planner(Path base, boolean production) {
        return new CertificatePlanner(store, base, Instant.now(), renewal(), production);
    }

    VaultKeys vaultKeys(Certificates wanted) {
        return new VaultCiphers(store, wanted);
    }

    /** Several goals and modules of a session may use one store: what was asked for once is made anew once. */
    private Renewal renewal() {
        return session.get(renewed()) == null ? use.renewal() : Renewal.NONE;
    }

    /** Whether something was made anew in this session because it was asked for. */
    boolean renewedInSession() {
        return session.get(renewed()) != null;
    }

    /** Keeps what was planned. */
    void commit() {
        store.commit();
        if (!use.renewal().equals(Renewal.NONE)) {
            session.set(renewed(), true);
        }
    }

    /** Whether keys are kept on this machine. */
    boolean exist() {
        return Files.isDirectory(folder.path());
    }

    /** How people write the folder. */
    String shown() {
        return folder.shown();
    }

    List<Problem> problems() {
        return folder.problems();
    }

    /** Lets others use the store; further calls do nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            store.close();
        }
    }

    private String renewed() {
        return "ei-cluster.renewed:" + folder.path();
    }
}

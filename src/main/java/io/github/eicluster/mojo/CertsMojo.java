package io.github.eicluster.mojo;

import io.github.eicluster.certs.Renewal;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes keys, certificates, key stores and trust stores: those of the nodes in the staging tree, those of the load balancer
 * and of clients in {@code certs} below the output directory. Keys are kept in a store outside the build directory and
 * used again; a certificate that ends soon or no longer fits is issued anew on the same key. What is wanted stands in
 * {@code cluster/certificates}; without it, the vendor's public keys are replaced by generated ones.
 *
 * @since 0.1.0
 */
@Mojo(name = "certs", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true, requiresProject = false)
public final class CertsMojo extends AbstractClusterMojo {

    /**
     * Whether generated certificates are issued anew although they are still valid. Their keys stay, and so does the
     * internal key with its certificate.
     *
     * <pre>{@code
     * mvn package -Dei-cluster.certs.renew
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CERTS_RENEW, defaultValue = "false")
    private String renew;

    /**
     * Which generated key pairs are replaced by new ones: {@code ca}, {@code loadBalancer}, {@code node}, {@code internal},
     * several with commas, or {@code true} for all. It is given on the command line only, for one build; in a POM it would
     * replace the keys at every build. Default: none.
     *
     * <p>Beware of {@code internal} and {@code true}: whatever the internal key has encrypted becomes unreadable. That is
     * every entry of the secure vault, on the file system and in the registry, and every password that user stores,
     * datasources and other services of the server have encrypted, on each node and in each shared database. They have to
     * be entered again. The old key stays in the store, under its fingerprint.
     *
     * <pre>{@code
     * mvn package -Dei-cluster.certs.newKey=loadBalancer,node
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CERTS_NEW_KEY)
    private String newKey;

    /**
     * Skips this goal. {@code configure} still makes the key stores that it names; to leave those of the distribution as
     * they are, set {@code cluster/certificates/mode} to none.
     *
     * <pre>{@code
     * <skipCerts>true</skipCerts>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CERTS_SKIP, defaultValue = "false")
    private String skipCerts;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public CertsMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipCerts;
    }

    @Override
    KeyUse keyUse() {
        Set<Renewal.Key> keys = new NewKeys(userProperties()).read(newKey);
        return new KeyUse(true, new Renewal(Flag.of("renew", renew), keys));
    }

    @Override
    void run(ClusterBuild build) {
        new CertificateStep(said(build)).run(build);
    }
}

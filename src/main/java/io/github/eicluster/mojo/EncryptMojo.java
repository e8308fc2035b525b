package io.github.eicluster.mojo;

import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.maven.SettingsSecrets;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Encrypts one value with the key of this cluster's secure vault, for {@code cipher-text.properties} of its nodes. The
 * value is asked for on the console, without echo, or taken from a server of settings.xml; never from a parameter, which
 * others could read in the list of processes. A key that is missing is made and kept.
 *
 * @since 0.1.0
 */
@Mojo(name = "encrypt", threadSafe = true, requiresProject = false)
public final class EncryptMojo extends AbstractClusterMojo {

    /**
     * The server of settings.xml whose password is encrypted. Default: the console asks for a value.
     *
     * <pre>{@code
     * mvn ei-cluster:encrypt -Dei-cluster.encrypt.serverId=ei-broker
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ENCRYPT_SERVER_ID)
    private String encryptServerId;

    /**
     * Name of the value in the vault, for a whole line of {@code cipher-text.properties}. Default: {@code value}.
     *
     * <pre>{@code
     * mvn ei-cluster:encrypt -Dei-cluster.encrypt.alias=broker.password
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ENCRYPT_ALIAS)
    private String encryptAlias;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipEncrypt>true</skipEncrypt>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ENCRYPT_SKIP, defaultValue = "false")
    private String skipEncrypt;

    private final SettingsDecrypter decrypter;
    private SecretPrompt prompt = new SecretPrompt();

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public EncryptMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
        this.decrypter = decrypter;
    }

    /** Asks in another way, for tests. */
    void askBy(SecretPrompt other) {
        prompt = other;
    }

    @Override
    String skipGoal() {
        return skipEncrypt;
    }

    @Override
    void run(ClusterBuild build) {
        if (build.planned().cluster().vault().isEmpty()) {
            throw new Mistake("cluster/vault", "is off, so that no node could decrypt the value. Set it to on.");
        }
        String alias = alias();
        Secret value = encryptServerId == null
                ? prompt.ask(build.session().getRequest().isInteractiveMode())
                : ofServer(build);
        // A key that is not kept would have encrypted for nobody.
        new CertificateStep(said(build)).run(build);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (PlannedNode node : build.planned().nodes()) {
            String text = build.encrypt(node, alias, value);
            lines.computeIfAbsent(text, none -> new ArrayList<>())
                    .add(node.node().id());
        }
        lines.forEach((text, nodes) -> {
            getLog().info("for " + String.join(", ", nodes) + ":");
            getLog().info(alias + "=" + text);
        });
    }

    private String alias() {
        String alias = encryptAlias == null ? "value" : encryptAlias.strip();
        if (!Vault.ALIAS.matcher(alias).matches()) {
            throw new Mistake(
                    "encryptAlias",
                    "'" + alias + "' is no name of a value. Use letters, digits, dots, hyphens and underscores.");
        }
        return alias;
    }

    private Secret ofServer(ClusterBuild build) {
        String id = encryptServerId.strip();
        return new SettingsSecrets(build.session().getSettings(), decrypter)
                .server(id)
                .map(Credentials::password)
                .filter(password -> !password.reveal().isEmpty())
                .orElseThrow(() -> new Mistake(
                        "encryptServerId",
                        "'" + id + "' names no server of settings.xml with a password. Add <server><id>" + id
                                + "</id><password>..</password></server>, or correct the id."));
    }
}

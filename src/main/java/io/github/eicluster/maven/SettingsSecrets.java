package io.github.eicluster.maven;

import static java.util.Objects.requireNonNull;

import io.github.eicluster.config.SecretSource;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Secrets from {@code <server>} entries of settings.xml, decrypted by Maven, and from environment variables. */
public final class SettingsSecrets implements SecretSource {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    /**
     * Secrets of one build.
     *
     * @param settings effective settings, not null
     * @param decrypter Maven's decrypter, not null
     */
    public SettingsSecrets(Settings settings, SettingsDecrypter decrypter) {
        this.settings = requireNonNull(settings, "settings");
        this.decrypter = requireNonNull(decrypter, "decrypter");
    }

    @Override
    public Optional<Credentials> server(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            // A warning would leave the encrypted text as the password: the node could never log in.
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING || stillEncrypted(result.getServer())) {
                throw new ClusterException("the password of <server> '" + id + "' in settings.xml cannot be decrypted ("
                        + problem.getMessage() + "). Encrypt it again with the master password of this machine.");
            }
        }
        Server decrypted = result.getServer();
        String username = decrypted.getUsername() == null ? "" : decrypted.getUsername();
        String password = decrypted.getPassword() == null ? "" : decrypted.getPassword();
        return Optional.of(new Credentials(username, new Secret(password, Secret.Source.SETTINGS)));
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    private static boolean stillEncrypted(Server server) {
        String password = server.getPassword();
        return password != null && password.startsWith("{") && password.endsWith("}");
    }
}

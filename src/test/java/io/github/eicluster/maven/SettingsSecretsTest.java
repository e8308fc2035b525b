package io.github.eicluster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.util.List;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SettingsSecretsTest {

    private final SettingsDecrypter decrypter = mock(SettingsDecrypter.class);

    @Test
    void aServerThatSettingsDoNotHaveIsNoSecret() {
        assertThat(secrets().server("other")).isEmpty();
    }

    @Test
    void userAndPasswordAreTheDecryptedOnes() {
        decrypterGives(server("db", "user", "clear"), List.of());

        assertThat(secrets().server("db")).hasValueSatisfying(credentials -> {
            assertThat(credentials.username()).isEqualTo("user");
            assertThat(credentials.password()).isEqualTo(new Secret("clear", Secret.Source.SETTINGS));
        });
    }

    @Test
    void aPasswordThatCannotBeDecryptedFailsInsteadOfBeingSentEncrypted() {
        decrypterGives(
                server("db", "user", "{abc=}"),
                List.of(new DefaultSettingsProblem(
                        "no master password", SettingsProblem.Severity.ERROR, "server: db", -1, -1, null)));

        assertThatThrownBy(() -> secrets().server("db"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("the password of <server> 'db' in settings.xml cannot be decrypted (no master password)."
                        + " Encrypt it again with the master password of this machine.");
    }

    @Test
    void aWarningThatLeavesThePasswordEncryptedFailsToo() {
        decrypterGives(
                server("db", "user", "{abc=}"),
                List.of(new DefaultSettingsProblem(
                        "not decrypted", SettingsProblem.Severity.WARNING, "server: db", -1, -1, null)));

        assertThatThrownBy(() -> secrets().server("db")).hasMessageContaining("cannot be decrypted");
    }

    private SettingsSecrets secrets() {
        Settings settings = new Settings();
        settings.addServer(server("db", "user", "{abc=}"));
        return new SettingsSecrets(settings, decrypter);
    }

    private void decrypterGives(Server server, List<SettingsProblem> problems) {
        SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
        when(result.getServer()).thenReturn(server);
        when(result.getProblems()).thenReturn(problems);
        when(decrypter.decrypt(any())).thenReturn(result);
    }

    private static Server server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        return server;
    }
}

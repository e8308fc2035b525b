package io.github.eicluster.testing;

import io.github.eicluster.config.SecretSource;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Map;
import java.util.Optional;

/** A settings.xml with a few servers, and an environment with a few variables. */
public final class TestSecrets {

    private static final Map<String, Credentials> SERVERS = Map.of(
            "ei-db", credentials("regadmin", "regpass"),
            "ei-db2", credentials("regadmin2", "regpass2"),
            "ei-other", credentials("other", "otherpass"),
            "ei-group", credentials("", "grouppass"),
            "ei-admin", credentials("boss", "bosspass"),
            "ei-broker", credentials("mq", "mqpass"),
            "aws-keys", credentials("AKIA", "aws-secret"),
            "no-password", credentials("someone", ""));
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DB_PASSWORD", "db-env",
            "DB_USER", "user-env",
            "OTHER_PASSWORD", "other-env",
            "ADMIN_PASSWORD", "admin-env",
            "GROUP_PASSWORD", "group-env");

    /** The secrets. */
    public static final SecretSource SOURCE = new SecretSource() {
        @Override
        public Optional<Credentials> server(String id) {
            if (id.equals("broken")) {
                throw new ClusterException("the password of server 'broken' cannot be decrypted.");
            }
            return Optional.ofNullable(SERVERS.get(id));
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.ofNullable(ENVIRONMENT.get(name));
        }
    };

    private TestSecrets() {}

    /**
     * What settings.xml says about a server.
     *
     * @param user the name
     * @param password the password
     * @return both
     */
    public static Credentials credentials(String user, String password) {
        return new Credentials(user, new Secret(password, Secret.Source.SETTINGS));
    }
}

package io.github.eicluster.testing;

import io.github.eicluster.config.SecretSource;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Map;
import java.util.Optional;

/** A settings.xml with a few servers, and an environment with a few variables. */
public final class TestSecrets {

    private static final Map<String, Credentials> SERVERS = Map.ofEntries(
            Map.entry("ei-db", credentials("regadmin", "regpass")),
            Map.entry("ei-db2", credentials("regadmin2", "regpass2")),
            Map.entry("ei-other", credentials("other", "otherpass")),
            Map.entry("ei-group", credentials("", "grouppass")),
            Map.entry("ei-admin", credentials("boss", "bosspass")),
            Map.entry("ei-broker", credentials("mq", "mqpass")),
            Map.entry("aws-keys", credentials("AKIA", "aws-secret")),
            Map.entry("ei-loadbalancer-key", credentials("", "lb-keypass")),
            Map.entry("ei-node-key", credentials("", "node-keypass")),
            Map.entry("ei-internal-key", credentials("", "internal-keypass")),
            Map.entry("ei-truststore", credentials("", "trust-storepass")),
            Map.entry("five-letters", credentials("", "abcde")),
            Map.entry("umlaut", credentials("", "schl\u00fcssel")),
            Map.entry("no-password", credentials("someone", "")));
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("DB_PASSWORD", "db-env"),
            Map.entry("DB_USER", "user-env"),
            Map.entry("OTHER_PASSWORD", "other-env"),
            Map.entry("ADMIN_PASSWORD", "admin-env"),
            Map.entry("GROUP_PASSWORD", "group-env"),
            Map.entry("KEY_PASSWORD", "key-env"),
            Map.entry("TRUSTSTORE_PASSWORD", "trust-env"),
            Map.entry("BLANK_PASSWORD", "two words"),
            Map.entry("CONTROL_PASSWORD", "line\u0007feed"),
            Map.entry("PROPERTY_PASSWORD", "a${user.home}"));

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

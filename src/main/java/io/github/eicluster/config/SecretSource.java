package io.github.eicluster.config;

import io.github.eicluster.model.Credentials;
import java.util.Optional;

/** Where secrets come from: settings.xml and the environment. */
public interface SecretSource {

    /**
     * Looks a server of settings.xml up.
     *
     * @param id id of the {@code <server>}
     * @return user name and password in clear text, each empty if the server has none; nothing if there is no such
     *     server
     * @throws io.github.eicluster.model.ClusterException if the password cannot be decrypted; the message names the
     *     server and the remedy
     */
    Optional<Credentials> server(String id);

    /**
     * Looks an environment variable up.
     *
     * @param name name of the variable
     * @return its value, or nothing if it is not set
     */
    Optional<String> environment(String name);
}

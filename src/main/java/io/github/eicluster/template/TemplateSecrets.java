package io.github.eicluster.template;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What templates know as {@code $secrets}: the one way to write a secret into a file. Notes what it gives away, and so
 * belongs to one rendering.
 */
public final class TemplateSecrets {

    private final Function<String, Optional<Secret>> lookup;
    private final List<Secret> used = new ArrayList<>();

    /**
     * Secrets by their server id.
     *
     * @param lookup gives the secret of a {@code <server>} in settings.xml, or empty if there is none
     */
    public TemplateSecrets(Function<String, Optional<Secret>> lookup) {
        this.lookup = lookup;
    }

    /**
     * Reveals a secret: {@code $secrets.get('ei-db')}.
     *
     * @param serverId id of the server in settings.xml
     * @return the clear text
     * @throws ClusterException if there is no such server or it has no password
     */
    public String get(String serverId) {
        Secret secret = lookup.apply(serverId)
                .orElseThrow(() -> new ClusterException("settings.xml has no <server> with id '" + serverId
                        + "' and a password. Add it, or correct the id in $secrets.get('...')."));
        if (secret.source() != Secret.Source.DEFAULT) {
            used.add(secret);
        }
        return secret.reveal();
    }

    /** {@return the secrets that were revealed, one entry for each time, published defaults left out} */
    public List<Secret> used() {
        return List.copyOf(used);
    }
}

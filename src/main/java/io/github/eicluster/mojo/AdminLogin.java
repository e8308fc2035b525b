package io.github.eicluster.mojo;

import io.github.eicluster.maven.SettingsSecrets;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Finds user name and password of a database administrator, in settings.xml or in environment variables. */
final class AdminLogin {

    private static final String VARIABLE = "env:";

    private final SettingsSecrets secrets;
    private final boolean production;
    private final Log log;

    AdminLogin(Services services, ClusterBuild build, boolean production, Log log) {
        this.secrets = new SettingsSecrets(build.session().getSettings(), services.decrypter());
        this.production = production;
        this.log = log;
    }

    /** The login that the three parameters give; nothing if none of them is set. */
    Optional<Credentials> read(String serverId, String username, String password) {
        if (serverId != null) {
            if (username != null || password != null) {
                throw new Mistake(
                        "adminServerId",
                        "contradicts adminUsername and adminPassword, which give a login too. Keep one of them.");
            }
            return Optional.of(server(serverId));
        }
        if (username == null && password == null) {
            return Optional.empty();
        }
        if (username == null || password == null) {
            String missing = username == null ? "adminUsername" : "adminPassword";
            throw new Mistake(missing, "is missing beside its other half. Give it, or adminServerId instead of both.");
        }
        return Optional.of(new Credentials(value("adminUsername", username), secret(password)));
    }

    private Credentials server(String id) {
        Credentials server;
        try {
            server = secrets.server(id)
                    .orElseThrow(() -> new Mistake(
                            "adminServerId",
                            "'" + id + "' names no server of settings.xml. Add <server><id>" + id
                                    + "</id><username>..</username><password>..</password></server> to"
                                    + " settings.xml."));
        } catch (Mistake e) {
            throw e;
        } catch (ClusterException e) {
            throw new Mistake("adminServerId", e.getMessage());
        }
        if (server.username().isEmpty() || server.password().reveal().isEmpty()) {
            String missing = server.username().isEmpty() ? "user name" : "password";
            String element = server.username().isEmpty() ? "username" : "password";
            throw new Mistake(
                    "adminServerId",
                    "'" + id + "' names a server of settings.xml that has no " + missing + ". Add <" + element + ">..</"
                            + element + "> to it.");
        }
        return server;
    }

    private Secret secret(String password) {
        if (password.startsWith(VARIABLE)) {
            return new Secret(value("adminPassword", password), Secret.Source.ENVIRONMENT);
        }
        String rule = "is written in clear text. Name a server of settings.xml with adminServerId, or write env:NAME.";
        if (production) {
            throw new Mistake("adminPassword", rule);
        }
        log.warn("adminPassword: " + rule);
        return new Secret(password, Secret.Source.POM);
    }

    private String value(String parameter, String text) {
        if (!text.startsWith(VARIABLE)) {
            return text;
        }
        String name = text.substring(VARIABLE.length());
        return secrets.environment(name)
                .orElseThrow(() -> new Mistake(
                        parameter, "'" + text + "' names an environment variable that is not set. Set " + name + "."));
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Optional;

/** Finds user names and passwords: in settings.xml, in the environment, or in clear text in the POM. */
final class Secrets {

    private static final String VARIABLE = "env:";

    private final SecretSource source;
    private final Problems problems;

    Secrets(SecretSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The user name of an element: its text, or the variable that it names. */
    Optional<String> user(Entry parent, String name) {
        return parent.child(name)
                .flatMap(entry ->
                        entry.legal().flatMap(text -> isVariable(text) ? variable(entry, text) : Optional.of(text)));
    }

    /** The secret of an element; one in clear text is reported. */
    Optional<Secret> secret(Entry parent, String name) {
        return parent.child(name).flatMap(entry -> entry.legal().flatMap(text -> reveal(entry, text)));
    }

    private Optional<Secret> reveal(Entry entry, String text) {
        if (isVariable(text)) {
            return variable(entry, text).map(value -> new Secret(value, Secret.Source.ENVIRONMENT));
        }
        problems.unsafe(
                entry.path(),
                "is written in clear text. Name a server of settings.xml with serverId, or write env:NAME.");
        return Optional.of(new Secret(text, Secret.Source.POM));
    }

    /** The server that {@code serverId} names; without a password it is a mistake. */
    Optional<Credentials> server(Entry parent) {
        Optional<Entry> entry = parent.child("serverId");
        Optional<String> id = entry.flatMap(Entry::legal);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Credentials> server = source.server(id.get());
            if (server.isEmpty()) {
                problems.error(
                        entry.get().path(),
                        "'" + id.get() + "' names no server of settings.xml. Add <server><id>" + id.get()
                                + "</id><username>..</username><password>..</password></server> to settings.xml.");
            } else if (server.get().password().reveal().isEmpty()) {
                problems.error(
                        entry.get().path(),
                        "'" + id.get() + "' names a server of settings.xml that has no password."
                                + " Add <password>..</password> to it.");
                return Optional.empty();
            }
            return server;
        } catch (ClusterException e) {
            problems.error(entry.get().path(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The password of the server that {@code serverId} names. */
    Optional<Secret> serverPassword(Entry parent) {
        return server(parent).map(Credentials::password);
    }

    private Optional<String> variable(Entry entry, String text) {
        String name = text.substring(VARIABLE.length());
        Optional<String> value = source.environment(name);
        if (value.isEmpty()) {
            problems.error(
                    entry.path(), "'" + text + "' names an environment variable that is not set. Set " + name + ".");
        }
        return value;
    }

    private static boolean isVariable(String text) {
        return text.startsWith(VARIABLE);
    }
}

package io.github.eicluster.config;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Secret;
import java.util.Optional;

/**
 * User and password as far as one element gives them.
 *
 * @param user user name
 * @param password password
 * @param saysUser whether the element says anything about the user, be it legal or not
 * @param saysPassword whether the element says anything about the password, be it legal or not
 */
record Login(Optional<String> user, Optional<Secret> password, boolean saysUser, boolean saysPassword) {

    static final Login NONE = new Login(Optional.empty(), Optional.empty(), false, false);

    static Login of(String user, Secret password) {
        return new Login(Optional.of(user), Optional.of(password), true, true);
    }

    /** Reads {@code serverId}, {@code username} and {@code password} of an element; mistakes are reported. */
    static Login read(Context context, Entry entry) {
        Optional<Credentials> server = context.secrets().server(entry);
        if (entry.has("serverId") && entry.has("password")) {
            context.problems()
                    .error(entry.pathOf("password"), "contradicts serverId, which gives a password too. Keep one.");
        }
        Optional<String> user = context.secrets().user(entry, "username");
        if (server.isPresent() && server.get().username().isEmpty() && !entry.has("username")) {
            context.problems()
                    .error(
                            entry.pathOf("serverId"),
                            "'" + entry.text("serverId").orElse("")
                                    + "' names a server of settings.xml that has no user name. Add"
                                    + " <username>..</username> to it.");
        }
        Optional<Secret> password = context.secrets().secret(entry, "password");
        return new Login(
                user.isPresent() ? user : server.map(Credentials::username).filter(name -> !name.isEmpty()),
                server.isPresent() ? server.map(Credentials::password) : password,
                entry.has("serverId") || entry.has("username"),
                entry.has("serverId") || entry.has("password"));
    }

    /** This login, completed by another one. */
    Login orElse(Login other) {
        return new Login(
                user.isPresent() ? user : other.user,
                password.isPresent() ? password : other.password,
                saysUser || other.saysUser,
                saysPassword || other.saysPassword);
    }

    boolean saysAnything() {
        return saysUser || saysPassword;
    }

    /** What nobody said anything about, in words; empty if nothing is missing. */
    String missing() {
        if (saysUser) {
            return saysPassword ? "" : "password";
        }
        return saysPassword ? "user" : "user and password";
    }

    /** The credentials, if both parts are known. */
    Optional<Credentials> credentials() {
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }
}

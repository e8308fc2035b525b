package io.github.eicluster.config;

import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import io.github.eicluster.model.Vault.Startup;
import io.github.eicluster.model.VaultPadding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code cluster/vault}. */
final class VaultReader {

    private static final Set<String> OFF = Set.of("off", "false");

    private final Context context;
    private final boolean service;

    /**
     * A reader.
     *
     * @param context takes mistakes
     * @param service whether systemd runs the nodes
     */
    VaultReader(Context context, boolean service) {
        this.context = context;
        this.service = service;
    }

    Optional<Vault> read(Entry entry) {
        Startup startup = startup(entry);
        List<Vault.Entry> secrets = secrets(entry);
        if (entry.text("mode").filter(OFF::contains).isPresent()) {
            return Optional.empty();
        }
        check(entry, startup);
        VaultPadding padding =
                entry.text("padding").filter("oaep"::equals).isPresent() ? VaultPadding.OAEP : VaultPadding.PKCS1;
        return Optional.of(new Vault(startup, padding, secrets));
    }

    private Startup startup(Entry entry) {
        String word = entry.text("startup").orElse("prompt");
        if (!word.equals("file")) {
            context.rejectIfPresent(
                    entry,
                    "passwordFile",
                    "means something only with startup file. Remove it, or set startup to file.");
            return word.equals("credential") ? Startup.CREDENTIAL : Startup.PROMPT;
        }
        boolean stays =
                entry.text("passwordFile").filter("password-persist"::equals).isPresent();
        return stays ? Startup.PERSISTENT_FILE : Startup.TEMPORARY_FILE;
    }

    /** systemd gives a server no console, and starts it again and again (DESIGN 7, 27). */
    private void check(Entry entry, Startup startup) {
        String place = entry.pathOf("startup");
        if (startup == Startup.PROMPT && service) {
            context.problems()
                    .error(
                            place,
                            "'prompt' asks on a console, and systemd, which service lets run the nodes, gives none. Set it to"
                                    + " credential.");
        } else if (startup == Startup.TEMPORARY_FILE && service) {
            context.problems()
                    .error(
                            entry.pathOf("passwordFile"),
                            "'password-tmp' serves one start, and systemd starts a node again whenever it has ended. Set startup"
                                    + " to credential, or passwordFile to password-persist.");
        } else if (startup == Startup.CREDENTIAL && !service) {
            context.problems()
                    .error(
                            place,
                            "'credential' is one of systemd, which needs cluster/service. Add <service>, or set it to prompt or"
                                    + " file.");
        } else if (startup == Startup.PERSISTENT_FILE && context.problems().production()) {
            context.problems()
                    .warning(
                            entry.pathOf("passwordFile"),
                            "'password-persist' stays in the home: whoever can read the home can decrypt the vault. Set startup"
                                    + " to credential, or to prompt.");
        }
    }

    private List<Vault.Entry> secrets(Entry entry) {
        List<Vault.Entry> secrets = new ArrayList<>();
        Set<String> aliases = new HashSet<>();
        for (Entry item : entry.items("secrets")) {
            Optional<String> alias = alias(item);
            if (alias.filter(name -> !aliases.add(name)).isPresent()) {
                context.problems()
                        .error(
                                item.pathOf("alias"),
                                "'" + alias.get() + "' is given twice. Give each value one alias.");
            }
            Optional<String> file = item.text("file");
            Optional<String> path = item.text("path");
            checkPlace(item, file, path);
            Optional<Secret> secret = context.secrets().serverPassword(item);
            secrets.add(new Vault.Entry(item.path(), alias.orElse(""), file, path, secret));
        }
        return secrets;
    }

    private Optional<String> alias(Entry item) {
        Optional<String> alias = item.text("alias");
        if (!item.has("alias")) {
            context.problems().error(item.pathOf("alias"), "is missing. Give the name of the value in the vault.");
        }
        alias.filter(name -> !Vault.ALIAS.matcher(name).matches())
                .ifPresent(
                        name -> context.problems()
                                .error(
                                        item.pathOf("alias"),
                                        "'" + name
                                                + "' is no name of a value. Use letters, digits, dots, hyphens and underscores."));
        return alias;
    }

    private void checkPlace(Entry item, Optional<String> file, Optional<String> path) {
        if (item.has("file") != item.has("path")) {
            String missing = item.has("file") ? "path" : "file";
            context.problems()
                    .error(
                            item.pathOf(missing),
                            "is missing. Give file and path of the value that the alias replaces, or neither.");
        }
        if (!item.has("file") && !item.has("path") && !item.has("serverId")) {
            context.problems()
                    .error(item.pathOf("serverId"), "is missing. Name the server of settings.xml that has the value.");
        }
        file.filter(name -> !EditsReader.isBelowHome(name))
                .ifPresent(name -> context.problems()
                        .error(
                                item.pathOf("file"),
                                "'" + name
                                        + "' is no path below the home. Give a relative path with forward slashes and"
                                        + " without dots."));
        path.filter(text -> !text.startsWith("/"))
                .ifPresent(text -> context.problems()
                        .error(
                                item.pathOf("path"),
                                "'" + text
                                        + "' is no absolute path of an element. Begin with / and the root element."));
    }
}

package io.github.eicluster.config;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.Endpoint;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Databases.Tls;
import io.github.eicluster.model.DriverSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads what {@code cluster/database} says of its server beside the URLs. */
final class ServerDescription {

    /** The H2 in the process of the server. */
    static final Databases.Server EMBEDDED = new Databases.Server(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Tls.OFF,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            DriverSource.NONE);

    private static final Pattern SCRIPT =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    private static final Pattern GRANT_HOST = Pattern.compile("[A-Za-z0-9.:_%/-]{1,255}");

    private final Context context;
    private final Entry entry;
    private final DatabaseEngine engine;

    ServerDescription(Context context, Entry entry, DatabaseEngine engine) {
        this.context = context;
        this.entry = entry;
        this.engine = engine;
    }

    Databases.Server read(Optional<Endpoint> endpoint, Tls tls) {
        boolean known = engine != DatabaseEngine.H2 && !entry.has("url");
        return new Databases.Server(
                Optional.of("host").filter(name -> known).flatMap(entry::host),
                Optional.of("address").filter(name -> known).flatMap(entry::host),
                known && endpoint.isPresent() ? OptionalInt.of(endpoint.get().port()) : OptionalInt.empty(),
                entry.text("version"),
                tls,
                caCertificate(tls),
                script(),
                maxConnections(),
                grantHosts(),
                driver());
    }

    /** A hand-written URL may ask for encryption in words of its own. */
    private Optional<String> caCertificate(Tls tls) {
        if (tls != Tls.REQUIRED && engine != DatabaseEngine.H2 && !entry.has("url")) {
            context.rejectIfPresent(
                    entry, "caCertificate", "is read only if tls is required. Remove it or set tls to required.");
        }
        return entry.text("caCertificate");
    }

    private DriverSource driver() {
        if (engine == DatabaseEngine.H2) {
            context.rejectIfPresent(entry, "driver", "means nothing for the embedded h2, which EI brings. Remove it.");
            return DriverSource.NONE;
        }
        Optional<String> usual = engine.driver(entry.text("version")).coordinates();
        return new DriverReader(context, usual, engine.driverClasses()).read(entry);
    }

    private Optional<String> script() {
        Optional<String> script = entry.text("script");
        if (script.isPresent() && !SCRIPT.matcher(script.get()).matches()) {
            context.problems()
                    .error(
                            entry.pathOf("script"),
                            "'" + script.get() + "' is no file below dbscripts. Give its path from there, such as"
                                    + " oracle_rac.sql.");
        }
        return script;
    }

    private List<String> grantHosts() {
        if (engine != DatabaseEngine.MYSQL && engine != DatabaseEngine.MARIADB) {
            context.rejectIfPresent(
                    entry,
                    "grantHosts",
                    "means nothing for " + engine.type().text() + ", whose users may come from any host. Remove it.");
        }
        List<String> hosts = new ArrayList<>();
        for (Entry host : entry.items("grantHosts")) {
            Optional<String> text = host.legal();
            if (text.isPresent() && !GRANT_HOST.matcher(text.get()).matches()) {
                context.problems()
                        .error(
                                host.path(),
                                "'" + text.get() + "' is no host of a MySQL account. Give an address, a name, a pattern"
                                        + " such as 10.0.0.%, or %.");
            }
            text.ifPresent(hosts::add);
        }
        return hosts;
    }

    private OptionalInt maxConnections() {
        if (engine == DatabaseEngine.H2) {
            for (String name : List.of("maxConnections", "caCertificate")) {
                context.rejectIfPresent(entry, name, "means nothing for the embedded h2. Remove it.");
            }
        }
        return entry.number("maxConnections");
    }
}

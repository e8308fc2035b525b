package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Databases.Tls;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an administrator should know before the databases are made, or cannot make as the cluster has it. */
final class DatabaseChecks {

    private static final String PLACE = "cluster/database";

    /** CREATE DATABASE of DB2 for Linux, UNIX and Windows takes no longer name. */
    private static final int DB2_LONGEST = 8;

    private final DatabaseData data;
    private final DatabaseEngine engine;
    private final Databases.Server server;
    private final Set<Problem> problems = new LinkedHashSet<>();

    DatabaseChecks(DatabaseData data) {
        this.data = data;
        this.engine = data.plan().engine();
        this.server = data.cluster().databases().server();
    }

    List<Problem> problems() {
        if (engine != DatabaseEngine.H2) {
            encryption();
            data.plan().databases().forEach(this::database);
            users();
            new Connections(data)
                    .problem(server.maxConnections().orElse(Integer.MAX_VALUE))
                    .ifPresent(problems::add);
        }
        if (engine == DatabaseEngine.MARIADB) {
            problems.add(Problem.warning(
                    PLACE + "/type",
                    "EI does not know MariaDB by its name, so that starting a server with -Dsetup makes no tables, and the"
                            + " vendor does not test it. Make the tables with the scripts."));
        }
        return new ArrayList<>(problems);
    }

    private void encryption() {
        boolean made = server.host().isPresent();
        if (made && server.tls() == Tls.PREFERRED) {
            problems.add(Problem.warning(
                    PLACE + "/tls",
                    engine == DatabaseEngine.ORACLE || engine == DatabaseEngine.DB2
                            ? "'preferred' means clear text to the driver of "
                                    + engine.type().text() + ". Give required."
                            : "'preferred' checks no certificate, and may fall back to clear text. Give required, with"
                                    + " caCertificate if the authority is your own."));
        } else if (made && server.tls() == Tls.OFF) {
            problems.add(
                    Problem.warning(PLACE + "/tls", "'off' sends passwords and data in clear text. Give required."));
        }
    }

    private void database(PlannedDatabase database) {
        String name = database.database().orElse("");
        if (name.isEmpty()) {
            problems.add(Problem.warning(
                    PLACE,
                    "the URL '" + shown(database.url())
                            + "' does not tell the name of the database, so that it is not made by 01-create.sql. Make it by"
                            + " hand, or name it in the URL."));
        } else if (engine == DatabaseEngine.DB2 && name.length() > DB2_LONGEST) {
            problems.add(Problem.error(
                    PLACE,
                    "'" + name + "' has " + name.length() + " characters, but the name of a DB2 database has at most "
                            + DB2_LONGEST + ". Name userDatabase, registryDatabase and the local ones yourself."));
        }
        String user = database.credentials().username();
        if (Accounts.isAdministrator(user)) {
            problems.add(Problem.warning(
                    PLACE + "/serverId",
                    "'" + user
                            + "' is an administrator of the server, and nodes need to read and write rows only. Give the"
                            + " nodes a user of their own."));
        }
    }

    /** A user belongs to the server; two passwords of one user cannot both be right. */
    private void users() {
        Map<String, Secret> passwords = new HashMap<>();
        for (PlannedDatabase database : data.plan().databases()) {
            Credentials credentials = database.credentials();
            String where = database.server().map(Object::toString).orElse("")
                    + (engine == DatabaseEngine.ORACLE ? database.database().orElse("") : "");
            Secret other = passwords.putIfAbsent(where + " " + credentials.username(), credentials.password());
            if (engine != DatabaseEngine.DB2 && other != null && !other.equals(credentials.password())) {
                problems.add(Problem.error(
                        PLACE,
                        "the user '" + credentials.username()
                                + "' has two passwords on one server. Name the same serverId"
                                + " everywhere, or another user."));
            }
            boolean bad = engine == DatabaseEngine.ORACLE
                    && data.showPasswords()
                    && credentials.password().reveal().contains("\"");
            if (bad) {
                problems.add(Problem.error(
                        PLACE,
                        "the password of '" + credentials.username()
                                + "' holds a double quote, which Oracle does not take. Choose another one."));
            }
        }
    }

    /** A URL may carry a password of its own. */
    static String shown(String url) {
        return url.replaceAll("(?i)((?:password|pwd)=)[^&;]*", "$1***").replaceAll("(:thin:[^/@]+/)[^@]+@", "$1***@");
    }
}

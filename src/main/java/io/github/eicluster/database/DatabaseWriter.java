package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Secret;
import io.github.eicluster.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the files from which an administrator makes the databases. */
public final class DatabaseWriter {

    private static final String CREATE = "01-create";
    private static final String SQL = ".sql";
    private static final String AUTHORITY = "ca.crt";

    private final Templates templates;

    /**
     * A writer.
     *
     * @param templates renders README.md
     */
    public DatabaseWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Makes the files; writes nothing.
     *
     * @param data what they are made from
     * @return the files, with what has to be said about them; after a mistake there are none
     */
    public DatabaseFiles write(DatabaseData data) {
        DatabaseChecks checks = new DatabaseChecks(data);
        Files files = new Files(data.plan().engine().type().text() + "/");
        if (checks.problems().stream().noneMatch(problem -> problem.isError())) {
            List<Map<String, Object>> steps = new ArrayList<>(create(data, files));
            steps.addAll(load(data, files));
            data.authority().ifPresent(pem -> files.put(AUTHORITY, pem));
            files.put("README.md", bytes(readme(data, steps)));
        }
        return new DatabaseFiles(files.content, files.secret, checks.problems());
    }

    /** One file for each server. */
    private static List<Map<String, Object>> create(DatabaseData data, Files files) {
        DatabaseEngine engine = data.plan().engine();
        Map<Optional<ServerAddress>, List<PlannedDatabase>> servers = new LinkedHashMap<>();
        data.plan()
                .databases()
                .forEach(database -> servers.computeIfAbsent(database.server(), none -> new ArrayList<>())
                        .add(database));
        Accounts accounts = new Accounts(engine, data.showPasswords(), GrantHosts.of(data.cluster()));
        CreateSql sql = new CreateSql(engine, data.cluster().databases().server(), accounts);
        List<Map<String, Object>> steps = new ArrayList<>();
        servers.forEach((server, databases) -> {
            List<AdminStatement> statements = sql.of(databases);
            if (statements.isEmpty()) {
                return;
            }
            String place = server.map(Object::toString).orElse("the server that a URL hides");
            String name = CREATE + (servers.size() == 1 ? "" : "-" + place.replaceAll("[^A-Za-z0-9.-]+", "-")) + SQL;
            SqlFile file = new SqlFile(engine, server)
                    .comment("Databases and users of the cluster "
                            + data.cluster().domain() + " on " + place + ".");
            if (!data.showPasswords()) {
                Accounts.made(databases).stream()
                        .filter(none -> engine != DatabaseEngine.DB2)
                        .map(credentials -> Accounts.placeholder(credentials.username()))
                        .distinct()
                        .forEach(placeholder -> file.comment("Replace " + placeholder + " by "
                                + (engine == DatabaseEngine.ORACLE
                                        ? "that password in double quotes."
                                        : "that password in single quotes.")));
            }
            files.put(name, bytes(file.add(statements).text()));
            if (data.showPasswords() && engine != DatabaseEngine.DB2) {
                files.secret(name);
            }
            steps.add(
                    step(name, "databases and users on " + place, commands(data).create(name, server, databases)));
        });
        return steps;
    }

    private static List<Map<String, Object>> load(DatabaseData data, Files files) {
        List<Map<String, Object>> steps = new ArrayList<>();
        int number = 2;
        for (PlannedDatabase database : data.plan().databases()) {
            String name = "%02d-%s%s".formatted(number++, database.label(), SQL);
            files.put(name, data.script());
            steps.add(step(name, "tables of " + database.label(), commands(data).load(name, database)));
        }
        return steps;
    }

    private static Map<String, Object> step(String file, String what, List<String> commands) {
        return Map.of("file", file, "what", what, "commands", commands);
    }

    private static ClientCommands commands(DatabaseData data) {
        return new ClientCommands(
                data.plan().engine(),
                data.cluster().databases().server(),
                data.root(),
                data.authority().isPresent());
    }

    private String readme(DatabaseData data, List<Map<String, Object>> steps) {
        Databases.Server server = data.cluster().databases().server();
        DatabaseEngine engine = data.plan().engine();
        Connections connections = new Connections(data);
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("domain", data.cluster().domain());
        context.put("engine", engine.type().text());
        context.put("script", data.plan().script());
        context.put("root", data.root());
        context.put(
                "databases",
                data.plan().databases().stream().map(DatabaseWriter::row).toList());
        context.put("steps", steps);
        context.put(
                "checks",
                data.plan().databases().stream()
                        .map(database -> Map.of(
                                "label",
                                database.label(),
                                "commands",
                                commands(data).check(database)))
                        .toList());
        context.put("privileges", Privileges.of(engine));
        context.put("hosts", GrantHosts.of(data.cluster()));
        context.put("encryption", Encryption.text(server, data.authority().isPresent()));
        context.put("showPasswords", data.showPasswords());
        context.put("pools", connections.rows());
        context.put("sum", connections.sum());
        context.put(
                "maxConnections",
                server.maxConnections().isPresent()
                        ? String.valueOf(server.maxConnections().getAsInt())
                        : "");
        return templates.renderResource("database/README.md.vm", context);
    }

    private static Map<String, String> row(PlannedDatabase database) {
        return Map.of(
                "label",
                database.label(),
                "url",
                DatabaseChecks.shown(database.url()),
                "user",
                database.credentials().username(),
                "use",
                String.join(
                        ", ",
                        database.uses().stream().map(PlannedDatabase.Use::text).toList()),
                "known",
                database.credentials().password().source() == Secret.Source.DEFAULT ? "yes" : "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Files below the engine's folder. */
    private static final class Files {

        private final String folder;
        private final TreeMap<String, byte[]> content = new TreeMap<>();
        private final Set<String> secret = new HashSet<>();

        Files(String folder) {
            this.folder = folder;
        }

        void put(String name, byte[] bytes) {
            content.put(folder + name, bytes);
        }

        void secret(String name) {
            secret.add(folder + name);
        }
    }
}

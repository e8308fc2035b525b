package io.github.eicluster.config;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the datasource of one role: what the role does not say comes from the server. */
final class RoleReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$.-]{1,128}");

    /** Stands in after a reported mistake, so that reading goes on. */
    private static final Credentials UNKNOWN = new Credentials("", new Secret("", Secret.Source.DEFAULT));

    private final Context context;
    private final DatabaseServer server;
    private final Set<String> names;
    private final Map<String, String> owners;

    /**
     * Reads roles of one cluster.
     *
     * @param names names of datasources so far
     * @param owners roles by what makes a database a different one
     */
    RoleReader(Context context, DatabaseServer server, Set<String> names, Map<String, String> owners) {
        this.context = context;
        this.server = server;
        this.names = names;
        this.owners = owners;
    }

    /**
     * Where a role stands.
     *
     * @param role the role in words
     * @param path POM path, whether the element is there or not
     * @param entry the element, if it is there
     * @param database POM path of the server
     */
    record Place(String role, String path, Optional<Entry> entry, String database) {}

    Datasource read(Place place, String defaultName, String jndiName) {
        String database = name(place, defaultName);
        Optional<String> schema = schema(place);
        place.entry().filter(e -> e.has("url")).ifPresent(e -> checkUrl(e));
        Optional<String> url = place.entry().flatMap(e -> e.text("url")).or(() -> server.urlOf(database, schema));
        Optional<Credentials> credentials = credentials(place);
        url.ifPresent(u -> checkOwner(place, u, credentials.map(Credentials::username)));
        return new Datasource(
                names.add(database) ? database : defaultName,
                jndiName,
                url.orElse(""),
                credentials.orElse(UNKNOWN),
                server.driverClassName(),
                server.validationQuery(),
                server.pool(),
                url.flatMap(u -> databaseOf(place, u, database)),
                schema.or(() -> url.flatMap(server.engine()::schemaOf)));
    }

    /** A URL that was made from a name holds it; a hand-written one may tell it. */
    private Optional<String> databaseOf(Place place, String url, String database) {
        boolean handWritten = place.entry().filter(e -> e.has("url")).isPresent()
                || server.url().isPresent();
        return handWritten ? server.engine().databaseOf(url) : Optional.of(database);
    }

    private String name(Place place, String defaultName) {
        Optional<String> name = place.entry().flatMap(e -> e.text("name"));
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            context.problems()
                    .error(
                            place.entry().orElseThrow().pathOf("name"),
                            "'" + name.get() + "' is no name of a database."
                                    + " Use letters, digits, underscores, hyphens, dots and dollar signs.");
        }
        return name.orElse(defaultName);
    }

    private Optional<String> schema(Place place) {
        Optional<String> schema = place.entry().flatMap(e -> e.text("schema"));
        if (schema.isEmpty()) {
            return schema;
        }
        Entry entry = place.entry().orElseThrow();
        if (!server.engine().hasSchemas()) {
            context.problems()
                    .error(
                            entry.pathOf("schema"),
                            "'" + schema.get() + "' cannot be part of a URL of "
                                    + server.engine().type().text()
                                    + ", where the user decides. Give the role a user of its own.");
        } else if (entry.has("url") || server.url().isPresent()) {
            context.problems().error(entry.pathOf("schema"), "contradicts url. Write the schema into the url.");
        } else if (!NAME.matcher(schema.get()).matches()) {
            context.problems()
                    .error(
                            entry.pathOf("schema"),
                            "'" + schema.get() + "' is no name of a schema. Use letters, digits" + " and underscores.");
        }
        return schema;
    }

    private void checkUrl(Entry entry) {
        DatabaseServerReader.checkUrl(context, entry, server.engine(), server.ownDriver());
    }

    private Optional<Credentials> credentials(Place place) {
        Login own = place.entry().map(e -> Login.read(context, e)).orElse(Login.NONE);
        Login login = own.orElse(server.login());
        Optional<Credentials> credentials = login.credentials();
        String missing = login.missing();
        if (!missing.isEmpty()) {
            String path = own.saysAnything() ? place.path() : place.database();
            context.problems()
                    .error(
                            path,
                            "has no " + missing + ". Add <serverId> with the id of a server of settings.xml, or"
                                    + " username and password.");
        }
        return credentials;
    }

    private void checkOwner(Place place, String url, Optional<String> user) {
        String identity = server.engine().separatesUsers() ? user.orElse("?" + place.role()) + "@" + url : url;
        String other = owners.putIfAbsent(identity, place.role());
        if (other != null) {
            context.problems()
                    .error(
                            place.path(),
                            "'" + url + "' is the database of " + other + " too, with the same tables."
                                    + " Give each its own name" + remedy() + ".");
        }
    }

    private String remedy() {
        if (server.engine().separatesUsers()) {
            return " or user";
        }
        return server.engine().hasSchemas() ? " or schema" : "";
    }
}

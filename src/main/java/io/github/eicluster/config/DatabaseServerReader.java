package io.github.eicluster.config;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.Endpoint;
import io.github.eicluster.model.Databases.Tls;
import io.github.eicluster.model.Secret;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what all databases of a cluster have in common. */
final class DatabaseServerReader {

    /** User and password that the distributions use for their own H2 databases; everybody knows them. */
    private static final String H2_ACCOUNT = "wso2carbon";

    /** It chooses between drivers and between scripts of the distribution. */
    private static final Set<DatabaseEngine> VERSION_MATTERS = EnumSet.of(DatabaseEngine.MYSQL, DatabaseEngine.MARIADB);

    private static final Pattern PARAMETER = Pattern.compile("[^\\s&;?]*");

    private final Context context;
    private final String domain;

    DatabaseServerReader(Context context, String domain) {
        this.context = context;
        this.domain = domain;
    }

    /** The embedded H2 that the nodes of one host share. */
    DatabaseServer embedded() {
        return new DatabaseServer(
                DatabaseEngine.H2,
                Optional.of(folder(Map.of())),
                Optional.empty(),
                ServerDescription.EMBEDDED,
                h2Login(),
                DatabaseEngine.H2.driver(Optional.empty()).className(),
                false,
                DatabaseEngine.H2.validationQuery(),
                Map.of());
    }

    /** Reads the element; nothing if its engine is unknown, which is reported. */
    Optional<DatabaseServer> read(Entry entry) {
        Optional<DatabaseEngine> engine = engine(entry);
        if (engine.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> version = entry.text("version");
        if (entry.has("version") && !VERSION_MATTERS.contains(engine.get())) {
            context.problems()
                    .warning(entry.pathOf("version"), "changes nothing for " + name(engine.get()) + ". Remove it.");
        }
        Login login = Login.read(context, entry);
        Tls tls = engine.get() == DatabaseEngine.H2 ? Tls.OFF : tls(entry, engine.get());
        Optional<Endpoint> server = server(entry, engine.get(), tls, version);
        return Optional.of(new DatabaseServer(
                engine.get(),
                server,
                url(entry, engine.get()),
                new ServerDescription(context, entry, engine.get()).read(server, tls),
                engine.get() == DatabaseEngine.H2 ? login.orElse(h2Login()) : login,
                entry.text("driverClassName")
                        .orElseGet(() -> engine.get().driver(version).className()),
                entry.has("driverClassName"),
                validationQuery(entry, engine.get()),
                pool(entry)));
    }

    private Optional<DatabaseEngine> engine(Entry entry) {
        Optional<DatabaseEngine> declared =
                entry.text("type").map(t -> DatabaseEngine.valueOf(t.toUpperCase(Locale.ROOT)));
        if (declared.isPresent() || entry.has("type")) {
            return declared;
        }
        Optional<DatabaseEngine> ofUrl = entry.text("url").flatMap(DatabaseEngine::ofUrl);
        if (ofUrl.isEmpty()) {
            context.problems().error(entry.pathOf("type"), "is missing. Give one of " + choices(entry) + ".");
        }
        return ofUrl;
    }

    private static String choices(Entry entry) {
        return entry.schema().child("type").map(Element::rule).orElse("");
    }

    private Optional<String> url(Entry entry, DatabaseEngine engine) {
        Optional<String> url = entry.text("url");
        if (url.isEmpty()) {
            return url;
        }
        checkUrl(context, entry, engine, entry.has("driverClassName"));
        for (String name : List.of("host", "address", "port", "tls", "parameters")) {
            context.rejectIfPresent(entry, name, "contradicts url, which stands for all of it. Keep one of them.");
        }
        return url;
    }

    /** Reports a URL that the driver would refuse, or that holds a password. */
    static void checkUrl(Context context, Entry entry, DatabaseEngine engine, boolean ownDriver) {
        String url = entry.text("url").orElse("");
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            context.problems()
                    .error(entry.pathOf("url"), "holds a password. Name a server of settings.xml with serverId.");
        } else if (!ownDriver && !url.startsWith(engine.urlPrefix())) {
            context.problems()
                    .error(
                            entry.pathOf("url"),
                            "'" + url + "' does not begin with " + engine.urlPrefix() + ", as URLs of " + name(engine)
                                    + " do. Correct it, or name the driver in driverClassName.");
        }
    }

    private Optional<Endpoint> server(Entry entry, DatabaseEngine engine, Tls tls, Optional<String> version) {
        Map<String, String> parameters = parameters(entry, engine);
        if (engine == DatabaseEngine.H2) {
            for (String name : List.of("host", "address", "port", "tls")) {
                context.rejectIfPresent(entry, name, "means nothing for the embedded h2. Remove it.");
            }
            return Optional.of(folder(parameters));
        }
        if (!entry.has("host") && !entry.has("url")) {
            context.problems()
                    .error(entry.pathOf("host"), "is missing. Give the host of the database server, or a url.");
        }
        int port = entry.number("port").orElse(engine.port(tls));
        return entry.host("host").map(host -> new Endpoint(Addresses.inUrl(host), port, tls, version, parameters));
    }

    private Endpoint folder(Map<String, String> parameters) {
        return new Endpoint("~/.ei-cluster/" + domain, 0, Tls.OFF, Optional.empty(), parameters);
    }

    private Tls tls(Entry entry, DatabaseEngine engine) {
        Optional<Tls> declared = entry.text("tls").map(word -> Tls.valueOf(word.toUpperCase(Locale.ROOT)));
        if (engine.canPreferTls()) {
            Tls tls = declared.orElse(Tls.PREFERRED);
            if (tls == Tls.PREFERRED && context.problems().production() && !entry.has("url")) {
                context.problems()
                        .warning(
                                entry.pathOf("tls"),
                                "'preferred' checks no certificate and may fall back to clear text. Give required.");
            }
            return tls;
        }
        if (declared.isEmpty() && !entry.has("tls") && !entry.has("url")) {
            context.problems()
                    .warning(
                            entry.pathOf("tls"),
                            "is missing, and the driver of " + name(engine)
                                    + " cannot prefer encryption: connections are in clear text. Give required or"
                                    + " off.");
        }
        if (declared.filter(t -> t == Tls.PREFERRED).isPresent()) {
            context.problems()
                    .error(
                            entry.pathOf("tls"),
                            "'preferred' is not known to the driver of " + name(engine) + ". Give required or off.");
        }
        return declared.orElse(Tls.OFF);
    }

    private Map<String, String> parameters(Entry entry, DatabaseEngine engine) {
        Map<String, String> values = new LinkedHashMap<>();
        entry.child("parameters").ifPresent(group -> {
            if (engine == DatabaseEngine.ORACLE) {
                context.problems()
                        .error(group.path(), "cannot be part of an Oracle URL. Use pool/connectionProperties.");
            }
            group.entries().forEach((name, value) -> parameter(name, value).ifPresent(text -> values.put(name, text)));
        });
        return values;
    }

    private Optional<String> parameter(String name, Entry value) {
        if (List.of("user", "username", "password").contains(name.toLowerCase(Locale.ROOT))) {
            context.problems()
                    .error(value.path(), "does not belong into a URL. Name a server of settings.xml with serverId.");
            return Optional.empty();
        }
        Optional<String> text = value.legal();
        if (text.isPresent() && !PARAMETER.matcher(text.get()).matches()) {
            context.problems()
                    .error(
                            value.path(),
                            "'" + text.get() + "' holds a blank or one of & ; ?, which end a parameter. Encode it.");
        }
        return text;
    }

    private String validationQuery(Entry entry, DatabaseEngine engine) {
        Optional<String> ofPool = entry.child("pool").flatMap(pool -> pool.text("validationQuery"));
        Optional<String> own = entry.text("validationQuery");
        if (ofPool.isPresent() && own.isPresent()) {
            context.problems()
                    .error(
                            entry.pathOf("validationQuery"),
                            "'" + own.get() + "' contradicts pool/validationQuery. Keep one of them.");
        }
        return own.or(() -> ofPool).orElse(engine.validationQuery());
    }

    private static Map<String, String> pool(Entry entry) {
        Map<String, String> pool = new LinkedHashMap<>();
        entry.child("pool")
                .ifPresent(group -> group.raw().children().stream()
                        .map(RawElement::name)
                        .filter(name -> !name.equals("validationQuery"))
                        .filter(name -> group.schema().child(name).isPresent())
                        .forEach(name -> group.text(name).ifPresent(value -> pool.put(name, value))));
        return pool;
    }

    private static Login h2Login() {
        return Login.of(H2_ACCOUNT, new Secret(H2_ACCOUNT, Secret.Source.DEFAULT));
    }

    private static String name(DatabaseEngine engine) {
        return engine.type().text();
    }
}

package io.github.eicluster.miniature;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The user store's and the registry's way to their databases: the names in {@code user-mgt.xml} and {@code registry.xml},
 * looked up as they are, and the databases behind them.
 */
final class Registry {

    private static final Log USERS = Log.of("org.wso2.carbon.user.core.internal.Activator");
    private static final Log CONTEXT = Log.of("org.wso2.carbon.registry.core.config.RegistryContext");
    private static final Log DATABASE = Log.of("org.wso2.carbon.registry.core.jdbc.dataaccess.JDBCDataAccessManager");
    private static final Log COMPONENT = Log.of("org.wso2.carbon.registry.core.internal.RegistryCoreServiceComponent");

    private final DataSources sources;

    private Registry(DataSources sources) {
        this.sources = sources;
    }

    static void open(Home home, DataSources sources) throws IOException, StartFailure {
        Registry registry = new Registry(sources);
        registry.users(Xml.parse(home.path("conf/user-mgt.xml")));
        registry.configuration(Xml.parse(home.path("conf/registry.xml")));
    }

    private void users(Document userMgt) throws StartFailure {
        String name = Xml.text(userMgt, "/UserManager/Realm/Configuration/Property[@name='dataSource']")
                .orElse("")
                .strip();
        if (!sources.has(name)) {
            Exception cause = new IllegalStateException("Error in looking up data source: Name [" + name
                    + "] is not bound in this Context. Unable to find [" + name + "].");
            USERS.error("Cannot start User Manager Core bundle", cause);
            throw new StartFailure("users", cause);
        }
        if (sources.failure(name).isPresent()) {
            SQLException cause = sources.failure(name).get();
            USERS.error("Cannot start User Manager Core bundle", cause);
            throw new StartFailure("users", cause);
        }
    }

    private void configuration(Document registry) throws StartFailure {
        String current =
                Xml.text(registry, "/wso2registry/currentDBConfig").orElse("").strip();
        Set<String> used = new HashSet<>(Set.of(current));
        Xml.all(registry, "/wso2registry/remoteInstance/dbConfig")
                .forEach(config -> used.add(config.getTextContent().strip()));
        boolean found = false;
        for (Element config : Xml.all(registry, "/wso2registry/dbConfig")) {
            found |= config.getAttribute("name").equals(current);
            String name = Xml.text(config, "dataSource").orElse("");
            if (!sources.has(name)) {
                DATABASE.warn("Unable to look-up JNDI name " + name);
                fail(new IllegalStateException("Data source " + name + " was not found"));
            }
            if (used.contains(config.getAttribute("name"))
                    && sources.failure(name).isPresent()) {
                fail(new IllegalStateException(
                        "Unable to connect to Data Source",
                        sources.failure(name).get()));
            }
        }
        if (!found) {
            fail(new IllegalStateException("Couldn't find db configuration '" + current + "'"));
        }
        COMPONENT.info("Registry Mode    : READ-WRITE");
    }

    private static void fail(Exception cause) throws StartFailure {
        CONTEXT.error("Unable to get instance of the registry context", cause);
        throw new StartFailure("registry", cause);
    }
}

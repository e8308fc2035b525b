package io.github.eicluster.product;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names under which the readers of EI's files ask the secure vault for a value. Up to 6.5 most know these names only; in
 * 6.6 they read the attribute, so that the same names serve. Sources: kernel ServerConfiguration, RealmConfigXMLProcessor
 * and tomcat ServerManager, axis2 AxisConfigBuilder, carbon-identity IdentityConfigParser, ntask's sample in
 * tasks-config.xml, registry RegistryConfigurationProcessor (server-semantics 1.8).
 */
public final class VaultAliases {

    /** Prefix and URI by which an element names its alias. */
    public static final String PREFIX = "svns";

    /** Namespace of the attribute. */
    public static final String NAMESPACE = "http://org.wso2.securevault/configuration";

    /** The attribute. */
    public static final String ATTRIBUTE = PREFIX + ":secretAlias";

    /** Begin of an attribute's value that names an alias itself, up to a closing brace (6.6). */
    public static final String REFERENCE = "$secret{";

    /** Text of an element or attribute that has an alias. */
    public static final String TEXT = "password";

    /** Password of the administrator. */
    public static final String ADMIN = "UserManager.AdminUser.Password";

    /** Password of the datasource that every distribution has, found by its JNDI name. */
    public static final String LOCAL_DATASOURCE = "Datasources.WSO2_CARBON_DB.Configuration.Password";

    /** Password for a remote task server. */
    public static final String TASK_SERVER = "remote.task.server.password";

    /** Password of the mail sender of axis2.xml. */
    public static final String MAIL = "Axis2.Mailto.Parameter.Password";

    /** Aliases that the shipped files of the vault have, one or the other connector's by version. */
    public static final Set<String> SHIPPED = Set.of(
            "Carbon.Security.KeyStore.Password",
            "Carbon.Security.KeyStore.KeyPassword",
            "Carbon.Security.TrustStore.Password",
            ADMIN,
            LOCAL_DATASOURCE,
            "Server.Service.Connector.keystorePass",
            "Server.Service.Connector.SSLHostConfig.Certificate.certificateKeystorePassword");

    /** Attributes of Tomcat's elements that hold a password; of one element the first can have the alias. */
    public static final List<String> TOMCAT_ATTRIBUTES = List.of(
            "keystorePass",
            "certificateKeystorePassword",
            "truststorePassword",
            "truststorePass",
            "keyPass",
            "certificateKeyPassword");

    /** What Tomcat takes for the password of a key that is not stated. */
    public static final Map<String, String> TOMCAT_KEY_DEFAULTS =
            Map.of("keyPass", "keystorePass", "certificateKeyPassword", "certificateKeystorePassword");

    private VaultAliases() {}

    /**
     * Alias of a value of carbon.xml.
     *
     * @param path path of the element
     * @return such as {@code Carbon.Security.KeyStore.Password}
     */
    public static String carbon(String path) {
        return "Carbon." + belowRoot(path);
    }

    /**
     * Alias of a value of identity.xml.
     *
     * @param path path of the element
     * @return such as {@code EntitlementSettings.ThirftBasedEntitlementConfig.KeyStore.Password}
     */
    public static String identity(String path) {
        return belowRoot(path);
    }

    /**
     * Alias of an attribute of catalina-server.xml.
     *
     * @param path path of the element
     * @param attribute name of the attribute
     * @return such as {@code Server.Service.Connector.keystorePass}
     */
    public static String tomcat(String path, String attribute) {
        return dotted(path) + "." + attribute;
    }

    /**
     * Alias of a store's password of axis2.xml; the same for every transport of its direction.
     *
     * @param transport {@code transportReceiver} or {@code transportSender}
     * @param profile name of a custom profile of the sender; empty for the transport's own store
     * @param field such as {@code KeyStore.KeyPassword}
     * @return such as {@code Axis2.Https.Listener.KeyStore.KeyPassword}
     */
    public static String axis2(String transport, String profile, String field) {
        String direction = transport.equals("transportReceiver") ? "Listener" : "Sender";
        return "Axis2.Https." + direction + (profile.isEmpty() ? "" : ".CustomSSLProfile." + profile) + "." + field;
    }

    /**
     * Alias of a key of the membership scheme aws, which servers from 6.2 on ask for.
     *
     * @param parameter {@code accessKey} or {@code secretKey}
     * @return its alias
     */
    public static String aws(String parameter) {
        return "Axis2.clustering.aws." + parameter;
    }

    /**
     * Alias of a datasource's password; any name serves.
     *
     * @param name name of the datasource
     * @return its alias
     */
    public static String datasource(String name) {
        return "Datasources." + name.replaceAll("[^A-Za-z0-9_.-]", "_") + ".Configuration.Password";
    }

    /**
     * Alias of a property of user-mgt.xml.
     *
     * @param ofStore whether it is one of a user store, else of the realm
     * @param name name of the property
     * @return its alias
     */
    public static String userManager(boolean ofStore, String name) {
        return (ofStore ? "UserStoreManager.Property." : "UserManager.Configuration.Property.") + name;
    }

    /**
     * Alias of a password of registry.xml.
     *
     * @param name name of the dbConfig, or id of the remote instance
     * @return its alias
     */
    public static String registry(String name) {
        return "wso2registry." + name + ".password";
    }

    private static String belowRoot(String path) {
        String dotted = dotted(path);
        return dotted.substring(dotted.indexOf('.') + 1);
    }

    private static String dotted(String path) {
        return path.substring(1).replaceAll("\\[\\d+\\]", "").replace('/', '.');
    }
}

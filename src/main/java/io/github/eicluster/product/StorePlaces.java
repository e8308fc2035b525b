package io.github.eicluster.product;

import static io.github.eicluster.product.StoreField.ALIAS;
import static io.github.eicluster.product.StoreField.KEY_PASSWORD;
import static io.github.eicluster.product.StoreField.LOCATION;
import static io.github.eicluster.product.StoreField.PASSWORD;
import static io.github.eicluster.product.StoreField.TYPE;

import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.product.StorePlace.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every place of the files of EI 6.0 to 6.6 that names a key store or trust store. Sources: product-ei {@code
 * distribution/src/conf}, kernel {@code conf}, synapse {@code ServerConnFactoryBuilder} and {@code
 * ClientConnFactoryBuilder} (which fields they cannot do without), Tomcat's documentation of {@code Connector} and {@code
 * SSLHostConfig}.
 */
public final class StorePlaces {

    private static final String SECURITY = "/Server/Security/";
    private static final String CONNECTOR = "/Server/Service/Connector";
    private static final String SSL_HOST = CONNECTOR + "/SSLHostConfig";

    private static final Map<StoreField, String> KEY_STORE = Map.of(
            LOCATION, "Location",
            TYPE, "Type",
            PASSWORD, "Password",
            ALIAS, "KeyAlias",
            KEY_PASSWORD, "KeyPassword");

    private static final Map<StoreField, String> TRUST_STORE =
            Map.of(LOCATION, "Location", TYPE, "Type", PASSWORD, "Password");

    private static final Set<StoreField> STORE = Set.of(TYPE, PASSWORD);

    private StorePlaces() {}

    /**
     * The table.
     *
     * @return all places, files in a fixed order; the first INTERNAL place that a node has decides which key pair encrypts
     *     shared data: InternalKeyStore (6.4 and later), else the primary KeyStore
     */
    public static List<StorePlace> all() {
        return Stream.of(
                        carbon(),
                        axis2(Layout.AXIS2),
                        catalina(),
                        axis2(Layout.AXIS2_NHTTP),
                        axis2(Layout.AXIS2_PT),
                        others())
                .flatMap(List::stream)
                .toList();
    }

    /** Kernel {@code KeyStoreManager}; the alias and the key's password have no default. */
    private static List<StorePlace> carbon() {
        Set<StoreField> required = Set.of(TYPE, PASSWORD, ALIAS, KEY_PASSWORD);
        return List.of(
                elements(Layout.CARBON, SECURITY + "InternalKeyStore", Use.INTERNAL, KEY_STORE, required, Map.of()),
                elements(
                        Layout.CARBON,
                        SECURITY + "KeyStore",
                        Use.INTERNAL,
                        KEY_STORE,
                        required,
                        Map.of(
                                PASSWORD,
                                "Carbon.Security.KeyStore.Password",
                                KEY_PASSWORD,
                                "Carbon.Security.KeyStore.KeyPassword")),
                elements(
                        Layout.CARBON,
                        SECURITY + "TrustStore",
                        Use.TRUST,
                        TRUST_STORE,
                        STORE,
                        Map.of(PASSWORD, "Carbon.Security.TrustStore.Password")));
    }

    /** KeyAlias is read from 6.6 on. The trust store of web socket senders ships as a comment. */
    private static List<StorePlace> axis2(String file) {
        Set<StoreField> required = Set.of(TYPE, PASSWORD, KEY_PASSWORD);
        Map<StoreField, String> webSocket =
                Map.of(LOCATION, "ws.trust.store.location", PASSWORD, "ws.trust.store.Password");
        return Stream.of("transportReceiver", "transportSender")
                .map(transport -> "/axisconfig/" + transport + "/parameter[@name='%s']")
                .flatMap(parameter -> Stream.of(
                        elements(
                                file,
                                parameter.formatted("keystore") + "/KeyStore",
                                Use.TLS,
                                KEY_STORE,
                                required,
                                Map.of()),
                        elements(
                                file,
                                parameter.formatted("truststore") + "/TrustStore",
                                Use.TRUST,
                                TRUST_STORE,
                                STORE,
                                Map.of()),
                        elements(
                                file,
                                parameter.formatted("ws.trust.store"),
                                Use.TRUST,
                                webSocket,
                                Set.of(PASSWORD),
                                Map.of())))
                .toList();
    }

    /** Up to 6.5 (Tomcat 7) attributes of the connector, in 6.6 (Tomcat 9) those of SSLHostConfig and Certificate. */
    private static List<StorePlace> catalina() {
        return List.of(
                attributes(
                        CONNECTOR,
                        Use.TLS,
                        Map.of(
                                LOCATION, "keystoreFile",
                                TYPE, "keystoreType",
                                PASSWORD, "keystorePass",
                                ALIAS, "keyAlias",
                                KEY_PASSWORD, "keyPass"),
                        Map.of(PASSWORD, "Server.Service.Connector.keystorePass")),
                attributes(
                        CONNECTOR,
                        Use.TRUST,
                        Map.of(LOCATION, "truststoreFile", TYPE, "truststoreType", PASSWORD, "truststorePass"),
                        Map.of()),
                attributes(
                        SSL_HOST,
                        Use.TRUST,
                        Map.of(LOCATION, "truststoreFile", TYPE, "truststoreType", PASSWORD, "truststorePassword"),
                        Map.of()),
                attributes(
                        SSL_HOST + "/Certificate",
                        Use.TLS,
                        Map.of(
                                LOCATION, "certificateKeystoreFile",
                                TYPE, "certificateKeystoreType",
                                PASSWORD, "certificateKeystorePassword",
                                ALIAS, "certificateKeyAlias",
                                KEY_PASSWORD, "certificateKeyPassword"),
                        Map.of(
                                PASSWORD,
                                "Server.Service.Connector.SSLHostConfig.Certificate.certificateKeystorePassword")));
    }

    /** The misspelt element is the vendor's. The cipher tool asks for the password. */
    private static List<StorePlace> others() {
        return List.of(
                elements(
                        Layout.IDENTITY,
                        "/Server/EntitlementSettings/ThirftBasedEntitlementConfig/KeyStore",
                        Use.INTERNAL,
                        Map.of(LOCATION, "Location", PASSWORD, "Password"),
                        Set.of(PASSWORD),
                        Map.of()),
                new StorePlace(
                        Layout.CIPHER_STANDALONE,
                        Form.PROPERTIES,
                        "",
                        Use.INTERNAL,
                        Map.of(LOCATION, "primary.key.location", TYPE, "primary.key.type", ALIAS, "primary.key.alias"),
                        Set.of(TYPE, ALIAS),
                        Map.of()));
    }

    private static StorePlace elements(
            String file,
            String holder,
            Use use,
            Map<StoreField, String> names,
            Set<StoreField> required,
            Map<StoreField, String> vaultAliases) {
        return new StorePlace(file, Form.ELEMENTS, holder, use, names, required, vaultAliases);
    }

    /** Tomcat's own defaults serve for whatever is not there, but a password of ours is never the default. */
    private static StorePlace attributes(
            String holder, Use use, Map<StoreField, String> names, Map<StoreField, String> vaultAliases) {
        return new StorePlace(Layout.CATALINA, Form.ATTRIBUTES, holder, use, names, Set.of(PASSWORD), vaultAliases);
    }
}

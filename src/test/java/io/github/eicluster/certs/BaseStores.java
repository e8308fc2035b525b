package io.github.eicluster.certs;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import io.github.eicluster.testing.Miniatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a node of EI 6.4 names, and what its files hold; tests change it place by place. */
final class BaseStores {

    static final String FOLDER = "repository/resources/security/";
    static final String KEYS = FOLDER + "wso2carbon.jks";
    static final String TRUST = FOLDER + "client-truststore.jks";
    static final Secret PASSWORD = new Secret("wso2carbon", Secret.Source.DEFAULT);

    static final String INTERNAL_KEY_STORE = "conf/carbon.xml#InternalKeyStore";
    static final String PRIMARY = "conf/carbon.xml#KeyStore";
    static final String IDENTITY = "conf/identity/identity.xml#KeyStore";
    static final String RECEIVER = "conf/axis2/axis2.xml#receiver/keystore";
    static final String SENDER = "conf/axis2/axis2.xml#sender/keystore";
    static final String TOMCAT = "conf/tomcat/catalina-server.xml#keystore";
    static final String TEMPLATE = "conf/axis2/axis2_nhttp.xml#receiver/keystore";
    static final String CARBON_TRUST = "conf/carbon.xml#TrustStore";
    static final String SENDER_TRUST = "conf/axis2/axis2.xml#sender/truststore";
    static final String TEMPLATE_TRUST = "conf/axis2/axis2_nhttp.xml#receiver/truststore";

    static final List<String> INTERNAL_PLACES = List.of(INTERNAL_KEY_STORE, PRIMARY, IDENTITY);
    static final List<String> TLS_PLACES = List.of(RECEIVER, SENDER, TOMCAT, TEMPLATE);
    static final List<String> TRUST_PLACES = List.of(CARBON_TRUST, SENDER_TRUST, TEMPLATE_TRUST);

    private final String nodeId;
    private final List<KeystoreReference> references = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();

    private BaseStores(String nodeId, Path home) {
        this.nodeId = nodeId;
        add(Use.INTERNAL, INTERNAL_PLACES, KEYS, Optional.of("wso2carbon"));
        add(Use.TLS, TLS_PLACES, KEYS, Optional.empty());
        add(Use.TRUST, TRUST_PLACES, TRUST, Optional.empty());
        put(KEYS, read(home.resolve(KEYS)));
        put(TRUST, read(home.resolve(TRUST)));
    }

    static BaseStores miniature(String nodeId) {
        return new BaseStores(nodeId, Miniatures.home("6.4.0"));
    }

    static BaseStores of(String nodeId, Path home) {
        return new BaseStores(nodeId, home);
    }

    BaseStores put(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    BaseStores without(String path) {
        files.remove(path);
        return this;
    }

    /** A key store of the team at a path, and places that name it. */
    BaseStores own(String path, KeyEntry entry, Secret password, List<String> places) {
        put(path, StoreFile.keystore("JKS", "own", entry, password));
        return change(places, place -> named(place, Optional.of(path), Optional.of("own"), Optional.of(password)));
    }

    /** The password is in the secure vault. */
    BaseStores vaulted(String... places) {
        return change(List.of(places), place -> named(place, place.path(), place.alias(), Optional.empty()));
    }

    BaseStores password(Secret password, String... places) {
        return change(List.of(places), place -> named(place, place.path(), place.alias(), Optional.of(password)));
    }

    BaseStores alias(String alias, String... places) {
        return change(List.of(places), place -> named(place, place.path(), Optional.of(alias), place.password()));
    }

    BaseStores path(Optional<String> path, String... places) {
        return change(List.of(places), place -> named(place, path, place.alias(), place.password()));
    }

    BaseStores only(Predicate<KeystoreReference> kept) {
        references.removeIf(kept.negate());
        return this;
    }

    NodeStores build() {
        return new NodeStores(nodeId, references, files);
    }

    private BaseStores change(List<String> ids, UnaryOperator<KeystoreReference> change) {
        references.replaceAll(place -> ids.contains(place.id()) ? change.apply(place) : place);
        return this;
    }

    private void add(Use use, List<String> ids, String path, Optional<String> alias) {
        for (String id : ids) {
            String file = id.substring(0, id.indexOf('#'));
            references.add(new KeystoreReference(
                    id,
                    use,
                    file + " line " + (references.size() + 10),
                    Optional.of(path),
                    "${carbon.home}/" + path,
                    "JKS",
                    alias,
                    Optional.of(PASSWORD),
                    !file.contains("nhttp")));
        }
    }

    private static KeystoreReference named(
            KeystoreReference place, Optional<String> path, Optional<String> alias, Optional<Secret> password) {
        return new KeystoreReference(
                place.id(),
                place.use(),
                place.place(),
                path,
                path.map(text -> "${carbon.home}/" + text).orElse("/etc/elsewhere.jks"),
                place.type(),
                alias,
                password,
                place.active());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

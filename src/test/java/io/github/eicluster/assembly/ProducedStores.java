package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.product.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Opens the key stores of a node's archive with what its own files say, as the server would. */
final class ProducedStores {

    private static final String TRUST_STORE = "repository/resources/security/client-truststore.jks";

    /** The shipped password of the trust store, which stays. */
    private static final String SHIPPED = "wso2carbon";

    private final Home archive;
    private int opened;
    private KeyStore tls;
    private char[] lastPassword = new char[0];

    private ProducedStores(Home archive) {
        this.archive = archive;
    }

    /** Every place of the files that the server reads opens its store; the TLS store proves every name. */
    static void check(Home base, Home archive, List<String> names) throws Exception {
        ProducedStores stores = new ProducedStores(archive);
        for (String file : List.of("conf/carbon.xml", "conf/axis2/axis2.xml", "conf/identity/identity.xml")) {
            for (String element : List.of("KeyStore", "InternalKeyStore", "TrustStore")) {
                for (Element store : elements(archive, file, element)) {
                    if (!text(store, "Location").isEmpty()) {
                        stores.element(store);
                    }
                }
            }
        }
        stores.tomcat();
        assertThat(stores.opened).isGreaterThanOrEqualTo(8);
        for (String name : names) {
            stores.handshake(stores.trust(archive), name);
        }
        KeyStore before = stores.trust(base);
        assertThatThrownBy(() -> stores.handshake(before, names.get(0))).isInstanceOf(SSLException.class);
    }

    private void element(Element store) throws Exception {
        String location = text(store, "Location");
        if (store.getNodeName().equals("TrustStore")) {
            open(location, text(store, "Password"));
        } else {
            String keyPassword = text(store, "KeyPassword");
            key(
                    location,
                    text(store, "Password"),
                    text(store, "KeyAlias"),
                    keyPassword.isEmpty() ? text(store, "Password") : keyPassword);
        }
    }

    private void tomcat() throws Exception {
        for (Element connector : elements(archive, "conf/tomcat/catalina-server.xml", "Connector")) {
            if (connector.hasAttribute("keystoreFile")) {
                String password = connector.getAttribute("keystorePass");
                tls = key(
                        connector.getAttribute("keystoreFile"), password, connector.getAttribute("keyAlias"), password);
            }
        }
        for (Element certificate : elements(archive, "conf/tomcat/catalina-server.xml", "Certificate")) {
            String password = certificate.getAttribute("certificateKeystorePassword");
            tls = key(
                    certificate.getAttribute("certificateKeystoreFile"),
                    password,
                    certificate.getAttribute("certificateKeyAlias"),
                    password);
        }
    }

    private KeyStore key(String location, String password, String alias, String keyPassword) throws Exception {
        assertThat(location).doesNotContain("wso2carbon.jks");
        assertThat(password).isNotEqualTo(SHIPPED);
        KeyStore store = open(location, password);
        String used = alias.isEmpty() ? store.aliases().nextElement() : alias;
        assertThat(store.getKey(used, keyPassword.toCharArray())).as(location).isInstanceOf(PrivateKey.class);
        lastPassword = password.toCharArray();
        return store;
    }

    private KeyStore open(String location, String password) throws GeneralSecurityException, IOException {
        String path = location.replace("${carbon.home}/", "");
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(archive.read(path).orElseThrow()), password.toCharArray());
        opened++;
        return store;
    }

    private KeyStore trust(Home home) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(home.read(TRUST_STORE).orElseThrow()), SHIPPED.toCharArray());
        return store;
    }

    /** A real server with the node's key, and a client that checks the host name. */
    private void handshake(KeyStore trusted, String name) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(tls, lastPassword);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ExecutorService background = Executors.newSingleThreadExecutor();
        try (SSLServerSocket listener =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            background.execute(() -> {
                try (Socket accepted = listener.accept();
                        InputStream in = accepted.getInputStream()) {
                    assertThat(in.read()).isNegative();
                } catch (IOException e) {
                    // A client that does not trust the server breaks off.
                    assertThat(e).isInstanceOf(SSLException.class);
                }
            });
            Socket plain = new Socket(loopback, listener.getLocalPort());
            try (SSLSocket socket =
                    (SSLSocket) client.getSocketFactory().createSocket(plain, name, listener.getLocalPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        } finally {
            background.shutdownNow();
        }
    }

    private static List<Element> elements(Home home, String file, String name) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(home.read(file).orElseThrow()))
                .getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String child) {
        NodeList found = parent.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}

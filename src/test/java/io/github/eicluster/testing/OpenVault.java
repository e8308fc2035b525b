package io.github.eicluster.testing;

import io.github.eicluster.product.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The vault of a home, read as a server and the vendor's tool read it: RSA and the key store of the JDK, a DOM that knows
 * no namespaces, XPath up to the first comma. Nothing of the plugin takes part.
 */
public final class OpenVault {

    private final Home home;
    private final KeyStore store;
    private final PrivateKey key;

    private OpenVault(Home home, KeyStore store, PrivateKey key) {
        this.home = home;
        this.store = store;
        this.key = key;
    }

    /**
     * Opens the vault as {@code secret-conf.properties} says.
     *
     * @param home the home
     * @param password the start-up password
     * @return the vault
     */
    public static OpenVault of(Home home, String password) {
        Properties conf = properties(home, "conf/security/secret-conf.properties");
        String location = conf.getProperty("keystore.identity.location");
        try {
            KeyStore store = KeyStore.getInstance(conf.getProperty("keystore.identity.type"));
            store.load(new ByteArrayInputStream(home.read(location).orElseThrow()), password.toCharArray());
            String alias = conf.getProperty("keystore.identity.alias");
            return new OpenVault(home, store, (PrivateKey) store.getKey(alias, password.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return every line of {@code cipher-text.properties}, decrypted} */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        Properties texts = properties(home, "conf/security/cipher-text.properties");
        texts.stringPropertyNames().forEach(alias -> values.put(alias, decrypt(texts.getProperty(alias))));
        return values;
    }

    /** {@return bits of the key} */
    public int bits() {
        try {
            String alias =
                    properties(home, "conf/security/secret-conf.properties").getProperty("keystore.identity.alias");
            return ((RSAPublicKey) store.getCertificate(alias).getPublicKey())
                    .getModulus()
                    .bitLength();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String decrypt(String text) {
        try {
            Properties conf = properties(home, "conf/security/secret-conf.properties");
            Cipher cipher = Cipher.getInstance(conf.getProperty("secretRepositories.file.algorithm", "RSA"));
            cipher.init(Cipher.DECRYPT_MODE, key);
            byte[] bytes = text.trim().getBytes(StandardCharsets.US_ASCII);
            return new String(cipher.doFinal(Base64.getDecoder().decode(bytes)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Places of a home's {@code cipher-tool.properties}.
     *
     * @param home the home
     * @return place by alias
     */
    public static Map<String, String> places(Home home) {
        Map<String, String> places = new TreeMap<>();
        Properties tool = properties(home, "conf/security/cipher-tool.properties");
        tool.stringPropertyNames().forEach(alias -> places.put(alias, tool.getProperty(alias)));
        return places;
    }

    /**
     * What the vendor's tool finds at a place.
     *
     * @param home the home
     * @param place file, XPath and kind
     * @return the elements
     */
    public static List<Element> find(Home home, String place) {
        int start = place.indexOf("//");
        String path = place.substring(start, place.indexOf(',', start));
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            Document document = builder.parse(new ByteArrayInputStream(
                    home.read(place.substring(0, start)).orElseThrow()));
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<Element> found = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
            return found;
        } catch (Exception e) {
            throw new AssertionError(place, e);
        }
    }

    /**
     * The value at a place.
     *
     * @param home the home
     * @param place file, XPath and kind; it names one element
     * @return text of the element, or value of its attribute
     */
    public static String value(Home home, String place) {
        Element element = find(home, place).get(0);
        if (!place.endsWith(",true")) {
            return element.getTextContent();
        }
        String path = place.substring(0, place.lastIndexOf(','));
        return element.getAttribute(path.substring(path.lastIndexOf("[@") + 2, path.length() - 1));
    }

    /**
     * Reads a properties file.
     *
     * @param home the home
     * @param path path below it
     * @return its entries
     */
    public static Properties properties(Home home, String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(home.read(path).orElseThrow(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

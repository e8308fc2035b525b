package io.github.eicluster.miniature;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Cipher;
import org.w3c.dom.Element;

/** The secure vault: every line of cipher-text.properties, decrypted with the key that secret-conf.properties names. */
final class Vault {

    static final String ALIAS = "svns:secretAlias";

    private static final Log LOG = Log.of("org.wso2.securevault.secret.repository.FileBaseSecretRepository");

    private final Map<String, String> secrets;

    private Vault(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    static Vault open(Home home) throws IOException, StartFailure {
        Path file = home.path("conf/security/secret-conf.properties");
        Properties settings = Files.exists(file) ? properties(file) : new Properties();
        if (!settings.containsKey("carbon.secretProvider")) {
            return new Vault(Map.of());
        }
        String password = StartupPassword.read(home);
        try {
            Key key = key(home, settings, password);
            Map<String, String> secrets = new HashMap<>();
            Properties texts = properties(home.path(
                    settings.getProperty("secretRepositories.file.location").strip()));
            for (String alias : texts.stringPropertyNames()) {
                Cipher cipher = Cipher.getInstance(settings.getProperty("secretRepositories.file.algorithm", "RSA"));
                cipher.init(Cipher.DECRYPT_MODE, key);
                byte[] clear = cipher.doFinal(
                        Base64.getDecoder().decode(texts.getProperty(alias).strip()));
                secrets.put(alias, new String(clear, StandardCharsets.UTF_8));
            }
            return new Vault(secrets);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.error("Error loading the secrets of the vault", e);
            throw new StartFailure("vault", e);
        }
    }

    private static Key key(Home home, Properties settings, String password)
            throws IOException, GeneralSecurityException {
        KeyStoreFile file = new KeyStoreFile(
                home.path(settings.getProperty("keystore.identity.location")),
                settings.getProperty("keystore.identity.type", "JKS").strip(),
                password,
                password);
        KeyStore store = file.load();
        return store.getKey(settings.getProperty("keystore.identity.alias").strip(), password.toCharArray());
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(in);
        }
        return properties;
    }

    /** The value behind an alias; one that is not in the vault stands for itself, as in the real server. */
    String secret(String alias) {
        return secrets.getOrDefault(alias, alias);
    }

    /** The text of an element, or what the vault has for it. */
    String value(Element element) {
        String alias = element.getAttribute(ALIAS);
        return alias.isEmpty() || secrets.isEmpty() ? Xml.replaced(element.getTextContent()) : secret(alias);
    }
}

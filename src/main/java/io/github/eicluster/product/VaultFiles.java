package io.github.eicluster.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the files of the secure vault say (server-semantics 1.8, cipher-tool and securevault of each version). */
public final class VaultFiles {

    /** Run-time configuration of the vault; as shipped it holds comments only, and the vault is off. */
    public static final String SECRET_CONF = "conf/security/secret-conf.properties";

    /** Files in the home with the password of the vault's key store, as the server looks for them; its first line counts. */
    public static final List<String> PASSWORD_FILES = List.of(
            "password", "password-tmp", "password-persist", "password.txt", "password-tmp.txt", "password-persist.txt");

    /** What decrypts, if it is not RSA with the default padding. */
    public static final String ALGORITHM = "secretRepositories.file.algorithm";

    private static final String IDENTITY = "keystore.identity.";
    private static final String CALLBACK = "org.wso2.carbon.securevault.DefaultSecretCallbackHandler";

    private VaultFiles() {}

    /**
     * The place of carbon.xml whose key encrypts: that of the vendor's tool, so that a value which people add with it fits.
     *
     * @param version version of the distribution
     * @param hasInternal whether carbon.xml has an InternalKeyStore
     * @return path of the element
     */
    public static String keyPlace(EiVersion version, boolean hasInternal) {
        return "/Server/Security/" + (version.atLeast(6, 5) && hasInternal ? "InternalKeyStore" : "KeyStore");
    }

    /**
     * Entries that switch the vault on.
     *
     * @param version version of the distribution
     * @param location path of the key store below the home, where the start script goes
     * @param type its type
     * @param alias alias of the key
     * @return keys and values of secret-conf.properties, in order
     */
    public static Map<String, String> secretConf(EiVersion version, String location, String type, String alias) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (version.atLeast(6, 5)) {
            entries.put("secVault.enabled", "true");
        }
        entries.put("carbon.secretProvider", "org.wso2.securevault.secret.handler.SecretManagerSecretCallbackHandler");
        entries.put("secretRepositories", "file");
        entries.put(
                "secretRepositories.file.provider",
                "org.wso2.securevault.secret.repository.FileBaseSecretRepositoryProvider");
        entries.put("secretRepositories.file.location", Layout.CIPHER_TEXT);
        entries.put(IDENTITY + "location", location);
        entries.put(IDENTITY + "type", type);
        entries.put(IDENTITY + "alias", alias);
        entries.put(IDENTITY + "store.password", "identity.store.password");
        entries.put(IDENTITY + "store.secretProvider", CALLBACK);
        entries.put(IDENTITY + "key.password", "identity.key.password");
        entries.put(IDENTITY + "key.secretProvider", CALLBACK);
        return entries;
    }

    /**
     * Tells whether an entry of secret-conf.properties belongs to what switches the vault on.
     *
     * @param key its key
     * @return whether it does
     */
    public static boolean switchesOn(String key) {
        return key.equals("secVault.enabled")
                || key.equals("carbon.secretProvider")
                || key.equals("secretRepositories")
                || key.startsWith("secretRepositories.file.")
                || key.startsWith(IDENTITY);
    }

    /**
     * What the vendor's tool of EI 6.0 to 6.3 needs beside the vault; 6.0 ships without the file.
     *
     * @param location path of the key store below the home
     * @param type its type
     * @param alias alias of the key
     * @return keys and values of cipher-standalone-config.properties, in order
     */
    public static Map<String, String> standalone(String location, String type, String alias) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("primary.key.location", location);
        entries.put("primary.key.type", type);
        entries.put("primary.key.alias", alias);
        entries.put("cipher.text.properties.file", Layout.CIPHER_TEXT);
        entries.put("cipher.tool.properties.file", Layout.CIPHER_TOOL);
        entries.put("secret.conf.properties.file", SECRET_CONF);
        return entries;
    }
}

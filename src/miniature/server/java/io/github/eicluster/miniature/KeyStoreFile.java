package io.github.eicluster.miniature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A key store that a file names.
 *
 * @param path its place
 * @param type JKS or PKCS12
 * @param password of the store
 * @param keyPassword of the keys in it
 */
record KeyStoreFile(Path path, String type, String password, String keyPassword) {

    /** Reads the element with Location, Type, Password and KeyPassword. */
    static KeyStoreFile of(Element element, Home home, Vault vault) {
        String password = Xml.first(element, "Password").map(vault::value).orElse("");
        return new KeyStoreFile(
                home.path(Xml.text(element, "Location").orElse("")),
                Xml.text(element, "Type").map(String::strip).orElse("JKS"),
                password,
                Xml.first(element, "KeyPassword").map(vault::value).orElse(password));
    }

    KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    static Optional<KeyStoreFile> first(Element from, String path, Home home, Vault vault) {
        return Xml.first(from, path).map(element -> of(element, home, vault));
    }
}

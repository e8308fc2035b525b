package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedKeyStoresTest {

    private static final String PLACE = "cluster/certificates/node";
    private static final List<String> NAMES = List.of("ei.example.com", "127.0.0.1");

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    Path folder;

    private ProvidedKeys keys() {
        return new ProvidedKeys(folder, Keys.NOW, 30, problems);
    }

    private String write(String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), content);
        return file;
    }

    private static KeySource store(String keystore, String alias, Secret password) {
        return new KeySource(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(keystore),
                Optional.ofNullable(alias),
                Optional.ofNullable(password),
                List.of(),
                Optional.empty());
    }

    private String keystore(String file, String type, Map<String, Secret> keys) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (Map.Entry<String, Secret> key : keys.entrySet()) {
            char[] password = key.getValue().reveal().toCharArray();
            store.setKeyEntry(
                    key.getKey(), Keys.NODE.key(), password, Keys.NODE.chain().toArray(new Certificate[0]));
        }
        store.setCertificateEntry("root", Keys.CA.certificate());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, Keys.PASSWORD.reveal().toCharArray());
        return write(file, bytes.toByteArray());
    }

    @Test
    void aKeyStoreIsRead() throws Exception {
        for (String type : List.of("JKS", "PKCS12")) {
            String file = keystore("s." + type, type, Map.of("one", Keys.PASSWORD));
            assertThat(keys().read(PLACE, store(file, null, Keys.PASSWORD), NAMES))
                    .contains(Keys.NODE);
            assertThat(keys().read(PLACE, store(file, "ONE", Keys.PASSWORD), NAMES))
                    .contains(Keys.NODE);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsRefused() throws Exception {
        String file = keystore("s.jks", "JKS", Map.of("one", Keys.PASSWORD, "two", Keys.OTHER_PASSWORD));
        ProvidedKeys keys = keys();
        keys.read(PLACE, store(file, null, Keys.OTHER_PASSWORD), NAMES);
        keys.read(PLACE, store(file, null, null), NAMES);
        keys.read(PLACE, store(file, null, Keys.PASSWORD), NAMES);
        keys.read(PLACE, store(file, "three", Keys.PASSWORD), NAMES);
        keys.read(PLACE, store(file, "root", Keys.PASSWORD), NAMES);
        keys.read(PLACE, store(file, "two", Keys.PASSWORD), NAMES);
        keys.read(PLACE, store(keystore("t.jks", "JKS", Map.of()), null, Keys.PASSWORD), NAMES);
        assertThat(problems)
                .allMatch(Problem::isError)
                .extracting(Problem::text)
                .containsExactly(
                        PLACE + "/keystore: 's.jks' is a JKS file that the password does not open."
                                + " Give a JKS or PKCS#12 file and its password.",
                        PLACE + "/keystore: 's.jks' needs its password. Give serverId (or password) beside keystore.",
                        PLACE + "/keystore: 's.jks' holds several private keys. Give alias, one of: one, two.",
                        PLACE + "/alias: 'three' is no alias in 's.jks'. Give one of its keys: one, two.",
                        PLACE + "/alias: 'root' is a certificate without a private key in 's.jks'."
                                + " Give one of its keys: one, two.",
                        PLACE + "/keystore: 's.jks' has a key 'two' that the password does not open."
                                + " The key's password must be that of the file; change it with keytool -keypasswd.",
                        PLACE + "/keystore: 't.jks' holds no private key. Give a key store, not a trust store.");
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultFiles;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes a vault: aliases into the files, and the three files of the vault itself. */
final class VaultWriter {

    private static final String TEXTS = "# Values of the secure vault by alias.\n";
    private static final String PLACES = "# Places of the values: alias, file, XPath, and whether an attribute.\n";
    private static final String STANDALONE = "# Key store and files of the cipher tool.\n";

    private final NodeFiles files;
    private final EiVersion version;
    private final VaultStore store;

    VaultWriter(NodeFiles files, EiVersion version, VaultStore store) {
        this.files = files;
        this.version = version;
        this.store = store;
    }

    void write(VaultContent content) {
        content.sites().forEach((site, value) -> {
            site.replace(files);
            files.vaulted(site.file(), value);
        });
        texts(content);
        places(content);
        PropertiesEditor conf = files.properties(VaultFiles.SECRET_CONF);
        VaultFiles.secretConf(version, store.path(), store.reference().type(), store.alias())
                .forEach(conf::set);
        store.padding()
                .algorithm()
                .ifPresentOrElse(
                        algorithm -> conf.set(VaultFiles.ALGORITHM, algorithm),
                        () -> conf.remove(VaultFiles.ALGORITHM));
        // From 6.4 on the tool reads carbon.xml.
        if (!version.atLeast(6, 4) && !files.exists(Layout.CIPHER_STANDALONE)) {
            PropertiesEditor standalone = files.properties(Layout.CIPHER_STANDALONE, STANDALONE);
            VaultFiles.standalone(store.path(), store.reference().type(), store.alias())
                    .forEach(standalone::set);
        }
    }

    private void texts(VaultContent content) {
        PropertiesEditor texts = files.properties(Layout.CIPHER_TEXT, TEXTS);
        content.dropped().forEach(texts::remove);
        // Lines that are there keep their place, new ones follow the order of the places.
        Set<String> written = new HashSet<>();
        content.sites().keySet().forEach(site -> {
            if (written.add(site.alias())) {
                encrypt(texts, content, site.alias());
            }
        });
        content.secrets().keySet().stream().filter(written::add).forEach(alias -> encrypt(texts, content, alias));
    }

    /** A text that decrypts to the value already stays. */
    private void encrypt(PropertiesEditor texts, VaultContent content, String alias) {
        boolean same = texts.get(alias)
                .flatMap(text -> store.key().decrypt(text.strip()))
                .filter(content.secrets().get(alias)::equals)
                .isPresent();
        if (texts.count(alias) > 1) {
            texts.remove(alias); // an earlier line may hold the value in clear text
            texts.set(alias, store.key().encrypt(alias, content.secrets().get(alias)));
        } else if (!same) {
            texts.set(alias, store.key().encrypt(alias, content.secrets().get(alias)));
        }
    }

    private void places(VaultContent content) {
        PropertiesEditor places = files.properties(Layout.CIPHER_TOOL, PLACES);
        content.dropped().forEach(places::remove);
        Set<String> listed = new HashSet<>();
        for (Map.Entry<VaultSite, ?> entry : content.sites().entrySet()) {
            VaultSite site = entry.getKey();
            if (site.active() && listed.add(site.alias())) {
                site.tool()
                        .ifPresentOrElse(place -> places.set(site.alias(), place), () -> places.remove(site.alias()));
            }
        }
    }
}

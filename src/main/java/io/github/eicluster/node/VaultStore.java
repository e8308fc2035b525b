package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultPadding;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultFiles;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The key store that a node's vault decrypts with.
 *
 * @param reference the place of carbon.xml that names it
 * @param path path below the home
 * @param alias alias of its key
 * @param password of store and key
 * @param key the key, opened, with the padding of the vault
 * @param padding that padding
 */
record VaultStore(
        KeystoreReference reference, String path, String alias, Secret password, VaultKey key, VaultPadding padding) {

    /** Finds and opens it, or reports why not. */
    static Optional<VaultStore> find(NodeContext context, NodeFiles files) {
        XmlEditor carbon = files.xml(Layout.CARBON);
        boolean internal = carbon.exists("/Server/Security/InternalKeyStore/Location");
        String holder = VaultFiles.keyPlace(context.version(), internal);
        Optional<KeystoreReference> found = new StoreReader(files)
                .references().stream()
                        .filter(reference -> reference.id().equals(Layout.CARBON + "#" + holder))
                        .findFirst();
        if (found.isEmpty()) {
            files.report(Problem.error(
                    carbon.file(),
                    "has no " + holder + ", whose key encrypts the secure vault. Restore it, or set cluster/vault to"
                            + " off."));
            return Optional.empty();
        }
        KeystoreReference reference = found.get();
        Optional<String> trouble = trouble(context, files, reference, carbon.text(holder + "/KeyPassword"));
        if (trouble.isPresent()) {
            files.report(Problem.error(reference.place(), trouble.get()));
            return Optional.empty();
        }
        return open(context, files, reference);
    }

    private static Optional<String> trouble(
            NodeContext context, NodeFiles files, KeystoreReference reference, Optional<String> keyPassword) {
        if (reference.path().isEmpty()) {
            return Optional.of("names " + reference.location()
                    + ", which is not below the home, and the secure vault needs a key store that every node has."
                    + " Put it below the home, or set cluster/certificates/internalKey to generate.");
        }
        if (reference.password().isEmpty()) {
            return Optional.of(
                    "has its password in a vault that the distribution brings along and that cannot be opened,"
                            + " and the secure vault is encrypted with this key store. Build on a distribution that was not"
                            + " encrypted.");
        }
        if (reference.alias().isEmpty()) {
            return Optional.of(
                    "names no alias of a key, and the secure vault is encrypted with that key. Add KeyAlias.");
        }
        String store = reference.password().get().reveal();
        if (keyPassword.filter(store::equals).isEmpty()) {
            return Optional.of(
                    "has a key with a password of its own, and the server reads one password at its start. Give"
                            + " key and store the same password, or set cluster/certificates/internalKey to generate.");
        }
        return content(context, files, reference).isPresent()
                ? Optional.empty()
                : Optional.of("names " + reference.path().get()
                        + ", which the distribution does not have, and the secure vault is encrypted with it. Lay it over"
                        + " the nodes with an overlay, or correct the place.");
    }

    private static Optional<VaultStore> open(NodeContext context, NodeFiles files, KeystoreReference reference) {
        String path = reference.path().orElseThrow();
        String alias = reference.alias().orElseThrow();
        Secret password = reference.password().orElseThrow();
        try {
            VaultKey key = context.vault()
                    .keys()
                    .open(content(context, files, reference).orElseThrow(), alias, password);
            VaultPadding padding = context.cluster().vault().map(Vault::padding).orElse(VaultPadding.PKCS1);
            return Optional.of(new VaultStore(reference, path, alias, password, key.padded(padding), padding));
        } catch (ClusterException e) {
            files.report(Problem.error(
                    reference.place(),
                    "names " + path + ", which " + e.getMessage()
                            + "; the secure vault is encrypted with it. Correct the place, or set"
                            + " cluster/certificates/internalKey to generate."));
            return Optional.empty();
        }
    }

    private static Optional<byte[]> content(NodeContext context, NodeFiles files, KeystoreReference reference) {
        String path = reference.path().orElseThrow();
        byte[] given = context.vault().stores().get(path);
        return given == null ? files.read(path) : Optional.of(given);
    }

    NodeVault vault(SortedMap<String, Secret> secrets) {
        return new NodeVault(path, alias, password, padding, secrets);
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StorePlace;

/**
 * The values in brackets of {@code cipher-text.properties}: the vendor's cipher tool encrypts them and makes the server use
 * them, so that an old password there would shut the server out of its new key stores.
 */
final class CipherValues {

    private final NodeFiles files;

    CipherValues(NodeFiles files) {
        this.files = files;
    }

    /** Gives the aliases of a place its new password. */
    void update(StorePlace place, Secret password) {
        if (!files.exists(Layout.CIPHER_TEXT)) {
            return;
        }
        PropertiesEditor values = files.properties(Layout.CIPHER_TEXT);
        place.vaultAliases().values().stream()
                .sorted()
                .forEach(alias -> values.get(alias).ifPresent(value -> update(values, alias, value.strip(), password)));
    }

    private void update(PropertiesEditor values, String alias, String value, Secret password) {
        if (!value.startsWith("[")) {
            report(
                    values,
                    alias,
                    "is encrypted and stays as it is, but the key store has another password now. Encrypt the new"
                            + " password with the vendor's cipher tool.");
        } else if (password.reveal().contains("]")) {
            report(
                    values,
                    alias,
                    "keeps its old value: the vendor's cipher tool cuts a password at the first ']'. Use a password"
                            + " without it, or remove the line before the tool runs.");
        } else {
            values.set(alias, "[" + files.reveal(Layout.CIPHER_TEXT, password) + "]");
        }
    }

    private void report(PropertiesEditor values, String alias, String message) {
        files.report(Problem.warning(
                files.label(Layout.CIPHER_TEXT) + ":" + values.line(alias), "'" + alias + "' " + message));
    }
}

package io.github.eicluster.node;

import io.github.eicluster.model.Problem;
import io.github.eicluster.product.VaultFiles;

/**
 * Takes the passwords of a base out of its vault, so that everything after it sees a base without one; {@link Vaulting}
 * encrypts anew what is to be encrypted.
 */
final class BaseVault implements Concern {

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        OpenedVault vault = new OpenedVault(files);
        if (!vault.isOn()) {
            return;
        }
        vault.open(context.vault().keys());
        if (context.cluster().vault().isPresent()) {
            return; // what could not be opened is judged where it would be kept
        }
        if (vault.opened() > 0) {
            files.report(Problem.warning(
                    files.label(VaultFiles.SECRET_CONF),
                    "the secure vault of the distribution was opened, and its values (" + vault.opened()
                            + ") are written in clear text again, since cluster/vault is off."));
        }
        if (!vault.unknown().isEmpty()) {
            files.report(Problem.warning(
                    files.label(VaultFiles.SECRET_CONF),
                    "the secure vault of the distribution stays on for "
                            + String.join(", ", vault.unknown())
                            + ": the key that decrypts is not known here. To change that, build on a distribution that was"
                            + " not encrypted."));
        }
    }
}

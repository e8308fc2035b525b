package io.github.eicluster.node;

import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import io.github.eicluster.model.VaultPadding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The secure vault, prepared as the vendor's cipher tool of the version would: every password that the server can take from
 * it is encrypted and replaced by its alias. Runs behind everything that writes passwords.
 */
final class Vaulting implements Concern {

    /** What the distribution holds is not the cluster's to look for, where no setting says that it is a password. */
    private static final Set<Secret.Source> OF_THE_BASE = Set.of(Secret.Source.BASE, Secret.Source.DEFAULT);

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Optional<Vault> wanted = context.cluster().vault();
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.get().padding() == VaultPadding.OAEP && !context.version().atLeast(6, 4)) {
            files.report(Problem.error(
                    "cluster/vault/padding",
                    "'oaep' needs EI 6.4 or later, and the distribution is EI " + context.version()
                            + ", whose cipher tool knows PKCS#1 only. Set it to pkcs1."));
            return;
        }
        Optional<VaultStore> store = VaultStore.find(context, files);
        if (store.isEmpty()) {
            return; // the mistake is reported
        }
        VaultContent content = new VaultContent(files, context.version(), store.get());
        List<VaultSite> known = VaultSites.all(files, context.version());
        VaultEntries entries = new VaultEntries(context, files, content, known);
        wanted.get().secrets().forEach(entries::add);
        known.stream().filter(entries::isFree).forEach(content::add);
        content.takeOver();
        List<Problem> mistakes = content.mistakes();
        mistakes.forEach(files::report);
        if (mistakes.stream().anyMatch(Problem::isError)) {
            return;
        }
        List<Secret> secrets = Stream.of(
                        files.revealed().stream(),
                        context.vault().templateSecrets().stream(),
                        content.secrets().values().stream())
                .flatMap(s -> s)
                .filter(secret -> !OF_THE_BASE.contains(secret.source()))
                .filter(secret -> !Published.VALUES.contains(secret.reveal()))
                .distinct()
                .toList();
        new VaultWriter(files, context.version(), store.get()).write(content);
        files.vault(store.get().vault(content.secrets()));
        new ClearPasswords(files).report(secrets);
    }
}

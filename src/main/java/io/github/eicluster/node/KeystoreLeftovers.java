package io.github.eicluster.node;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.StoreField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports what still names a replaced key store, its alias or its password in files or elements that the plugin does not
 * know. It changes nothing: only a person can tell what reads them.
 */
final class KeystoreLeftovers implements Concern {

    private static final int LARGEST = 1 << 20;
    private static final Set<String> ACCOUNTS = Set.of("username", "password");
    private static final String CHAT_PASSWORD = "xmpppassword";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Set<String> swapped = context.keystores().swaps().keySet();
        if (swapped.isEmpty()) {
            return;
        }
        List<KeystoreReference> before = new StoreReader(files.untouched())
                .references().stream()
                        .filter(place -> swapped.contains(place.id()))
                        .toList();
        NodeFiles rest = files.copy();
        OldStores old = OldStores.of(before, context.keystores().swaps().values(), new StoreReader(rest).references());
        StoreSite.all(rest).forEach(KeystoreLeftovers::blank);
        for (String path : rest.paths()) {
            // The concern of the key stores deals with the values of the vault.
            if (path.startsWith("conf/") && !path.equals(Layout.CIPHER_TEXT)) {
                rest.read(path)
                        .filter(content -> content.length <= LARGEST)
                        .ifPresent(content -> scan(path, content, old, files));
            }
        }
    }

    /** What is known is no leftover. */
    private static void blank(StoreSite site) {
        for (StoreField field : StoreField.values()) {
            if (site.text(field).isPresent()) {
                site.set(field, "");
            }
        }
    }

    private static void scan(String path, byte[] content, OldStores old, NodeFiles files) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0 || !old.mayBeIn(text)) {
            return;
        }
        LiveText live = LiveText.of(path, text);
        Map<Integer, String> found = new TreeMap<>();
        for (String name : old.names()) {
            for (int at : live.fileNames(name)) {
                found.put(live.line(at), "the replaced key store " + name);
            }
        }
        for (String value : old.values()) {
            for (int at : live.values(value)) {
                if (!isOtherUse(path, live, at, old)) {
                    found.putIfAbsent(live.line(at), "the alias or the password of a replaced key store");
                }
            }
        }
        found.forEach((line, what) -> files.report(Problem.warning(
                files.label(path) + ":" + line,
                "still has " + what + ", in a place that the plugin does not know and leaves alone. If something reads"
                        + " it, change it by cluster/edits or in an overlay.")));
    }

    /** The vendor uses the same word for other accounts, and trust stores keep their password. */
    private static boolean isOtherUse(String path, LiveText live, int at, OldStores old) {
        List<String> elements = live.elements(at);
        String innermost = elements.isEmpty() ? "" : elements.get(elements.size() - 1);
        boolean accounts =
                path.startsWith(Layout.DATASOURCES_DIR) || path.equals(Layout.REGISTRY) || path.equals(Layout.USER_MGT);
        boolean trust = live.before(at).toLowerCase(Locale.ROOT).contains("trust")
                || elements.stream().anyMatch(name -> name.contains("trust"));
        return innermost.equals(CHAT_PASSWORD)
                || (accounts && ACCOUNTS.contains(innermost))
                || (trust && !old.uses().contains(Use.TRUST));
    }
}

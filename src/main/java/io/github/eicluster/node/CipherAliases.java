package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.model.Problem;
import io.github.eicluster.node.DatasourceFiles.Entry;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the vendor's cipher tool usable when the datasource of the local registry does not have its shipped name:
 * {@code conf/security/cipher-tool.properties} finds it by name, and the tool aborts on a path that finds nothing.
 */
final class CipherAliases implements Concern {

    private static final String ALIAS = "Datasources.WSO2_CARBON_DB.Configuration.Password";
    private static final Pattern BY_NAME =
            Pattern.compile("(?<file>.*?)(?<head>//.*datasource\\[name=')(?<name>[^']*)(?<tail>'\\].*)");

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        // With the vault on, its places are written with it and need no name.
        if (!files.exists(Layout.CIPHER_TOOL) || context.cluster().vault().isPresent()) {
            return;
        }
        PropertiesEditor aliases = files.properties(Layout.CIPHER_TOOL);
        List<Entry> local = new DatasourceFiles(files).boundTo(DatasourceFiles.LOCAL_JNDI);
        Optional<Matcher> value = aliases.get(ALIAS).map(BY_NAME::matcher).filter(Matcher::matches);
        if (value.isEmpty() || local.size() != 1) {
            return;
        }
        String name = local.get(0).name().orElse("");
        String file = local.get(0).path();
        if (name.equals(value.get().group("name")) && file.equals(value.get().group("file"))) {
            return;
        }
        // The tool cuts the path at the first comma, and the name stands between apostrophes.
        if (name.isEmpty() || name.contains(",") || name.contains("'")) {
            files.report(Problem.warning(
                    local.get(0).place(),
                    "the vendor's cipher tool cannot find a datasource of that name. Use a name without comma and"
                            + " apostrophe."));
            return;
        }
        aliases.set(ALIAS, file + value.get().group("head") + name + value.get().group("tail"));
    }
}

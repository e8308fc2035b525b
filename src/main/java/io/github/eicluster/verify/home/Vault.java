package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The secure vault of a node. */
public final class Vault {

    private final NodeHome home;

    private Vault(NodeHome home) {
        this.home = home;
    }

    /**
     * An alias that takes the place of a value.
     *
     * @param name name of the alias
     * @param element the element that names it
     */
    public record Alias(String name, XmlNode element) {}

    /**
     * The vault of a node.
     *
     * @param home the node
     * @return the vault
     */
    public static Vault of(NodeHome home) {
        return new Vault(home);
    }

    /** {@return whether the server decrypts: the vault is configured and not switched off} */
    public boolean on() {
        boolean off =
                conf("secVault.enabled").filter(value -> value.is("false")).isPresent();
        return !off
                && conf("secretRepositories")
                        .or(() -> conf("carbon.secretProvider"))
                        .isPresent();
    }

    /**
     * A line of the run-time configuration.
     *
     * @param key its key
     * @return its value
     */
    public Optional<Setting> conf(String key) {
        return home.properties(VaultFiles.SECRET_CONF).flatMap(file -> file.get(key));
    }

    /** {@return the encrypted or bracketed values by alias} */
    public Optional<PropertiesFile> texts() {
        return home.properties(Layout.CIPHER_TEXT);
    }

    /** {@return all aliases that XML files of the integrator profile name} */
    public List<Alias> aliases() {
        return home.once("aliases", () -> {
            List<Alias> found = new ArrayList<>();
            for (String path : files()) {
                home.optionalXml(path)
                        .ifPresent(root -> root.descendants()
                                .forEach(element -> element.secretAlias()
                                        .ifPresent(alias -> found.add(new Alias(alias, element)))));
            }
            return found;
        });
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(List.of(
                Layout.CARBON,
                Layout.AXIS2,
                Layout.USER_MGT,
                Layout.CATALINA,
                Layout.REGISTRY,
                Layout.IDENTITY,
                Layout.TASKS));
        files.addAll(Datasource.files(home));
        return files;
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.edit.XmlElements;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import io.github.eicluster.product.VaultFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reports by name what the vault leaves in clear text below {@code conf}: settings whose readers ask for no alias, such as
 * {@code groupPassword} and {@code jndi.properties}, and secrets that edits or templates wrote elsewhere.
 */
final class ClearPasswords {

    private static final int LARGEST = 1 << 20;

    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(?:password|passwd|passphrase|secretkey|storepass|keystorepass|truststorepass|keypass)");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("\\w+://[^\\s/:@]+:[^\\s/@]+@.*");
    private static final Set<String> NAMED_ELEMENTS = Set.of("parameter", "property");
    private static final Set<String> SWITCHES = Set.of("true", "false");
    private static final Set<String> OF_THE_VAULT =
            Set.of(Layout.CIPHER_TEXT, Layout.CIPHER_TOOL, VaultFiles.SECRET_CONF, Layout.CIPHER_STANDALONE);

    private final NodeFiles files;
    private final List<String> found = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    ClearPasswords(NodeFiles files) {
        this.files = files;
    }

    /**
     * Looks at all files, and reports in one warning.
     *
     * @param secrets secrets of the cluster, to be found wherever they are
     */
    void report(List<Secret> secrets) {
        for (String path : files.paths()) {
            if (path.startsWith("conf/") && !OF_THE_VAULT.contains(path)) {
                files.read(path)
                        .filter(content -> content.length <= LARGEST)
                        .ifPresent(content -> look(path, content, secrets));
            }
        }
        if (!found.isEmpty()) {
            files.report(Problem.warning(
                    "cluster/vault",
                    "what reads these settings asks for no alias, so that they stay in clear text: "
                            + String.join(", ", found)
                            + ". Whoever does not need one removes it with an edit."));
        }
    }

    private void look(String path, byte[] content, List<Secret> secrets) {
        int before = found.size();
        named.clear();
        try {
            if (path.endsWith(".xml")) {
                xml(path, XmlEditor.open(path, content));
            } else if (path.endsWith(".properties")) {
                properties(path, PropertiesEditor.open(path, content));
            }
        } catch (EditException e) {
            found.subList(before, found.size()).clear(); // the values below are found in any text
            named.clear();
        }
        if (secrets.stream()
                .filter(secret -> named.stream().noneMatch(value -> value.contains(secret.reveal())))
                .anyMatch(secret -> isIn(secret, path, content))) {
            found.add(path + " (a password of the cluster)");
        }
    }

    /** A short word may stand for something else: it has to be the whole of a value. */
    private static boolean isIn(Secret secret, String path, byte[] content) {
        String value = secret.reveal();
        if (value.length() >= 8) {
            return ClearText.has(content, secret);
        }
        LiveText live = LiveText.of(path, new String(content, StandardCharsets.UTF_8));
        return !value.isEmpty() && !live.values(XmlText.escape(value)).isEmpty();
    }

    private void xml(String path, XmlEditor xml) {
        XmlElements elements = xml.elements();
        for (String element : elements.find(ClearPasswords::named)) {
            Map<String, String> attributes = elements.attributes(element);
            String name = name(element.substring(element.lastIndexOf('/') + 1), attributes);
            boolean aliased = attributes.keySet().stream().anyMatch(Vaulted.MARKS::contains);
            if (!aliased && NAMES.matcher(name).matches()) {
                value(xml, element, attributes)
                        .filter(ClearPasswords::isClear)
                        .ifPresent(value -> add(path, xml.line(element), name, value));
            }
            // An element has one alias, that of one attribute.
            String alias = attributes.getOrDefault(VaultAliases.ATTRIBUTE, "").strip();
            attributes.forEach((key, value) -> {
                if (NAMES.matcher(key).matches() && isClear(value) && !alias.endsWith("." + key)) {
                    add(path, xml.line(element), key, value);
                }
            });
        }
    }

    /** Whether the name of an element or attribute is that of a password. */
    private static boolean named(String local, Map<String, String> attributes) {
        return NAMES.matcher(name(local, attributes)).matches()
                || attributes.keySet().stream()
                        .anyMatch(key -> NAMES.matcher(key).matches());
    }

    /** The name of an element says it, or that of a parameter or property. */
    private static String name(String step, Map<String, String> attributes) {
        String local = step.replaceAll("\\[\\d+\\]$", "");
        return NAMED_ELEMENTS.contains(local.toLowerCase(Locale.ROOT))
                ? Optional.ofNullable(attributes.get("name")).orElse(attributes.getOrDefault("Name", local))
                : local;
    }

    private static Optional<String> value(XmlEditor xml, String element, Map<String, String> attributes) {
        return xml.elements().isLeaf(element)
                ? xml.text(element)
                        .filter(text -> !text.isBlank())
                        .or(() -> Optional.ofNullable(attributes.get("value")))
                : Optional.empty();
    }

    private void properties(String path, PropertiesEditor properties) {
        for (String key : properties.keys()) {
            String value = properties.get(key).orElse("");
            if ((NAMES.matcher(key).matches() && isClear(value))
                    || LOGIN_IN_URL.matcher(value.strip()).matches()) {
                add(path, properties.line(key), key, value);
            }
        }
    }

    private static boolean isClear(String value) {
        String text = value.strip();
        return !text.isEmpty() && !text.startsWith("$") && !SWITCHES.contains(text);
    }

    private void add(String path, int line, String name, String value) {
        named.add(value);
        String place = path + " line " + line + " (" + name + ")";
        if (!found.contains(place)) {
            found.add(place);
        }
    }
}

package io.github.eicluster.assembly;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import io.github.eicluster.template.RenderedTemplate;
import io.github.eicluster.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a node's {@link Overlay} from listed files: {@code *.vm} are rendered, everything else is copied. */
public final class OverlayReader {

    private static final String TEMPLATE_SUFFIX = ".vm";

    private final Templates templates;
    private final Map<String, Object> context;
    private final Function<String, Optional<Secret>> secrets;

    /**
     * A reader with what templates may refer to.
     *
     * @param templates the template engine
     * @param context references of every template, such as cluster and project; the node is added
     * @param secrets password of a serverId, for {@code $secrets.get('id')}
     */
    public OverlayReader(Templates templates, Map<String, Object> context, Function<String, Optional<Secret>> secrets) {
        this.templates = templates;
        this.context = Map.copyOf(context);
        this.secrets = secrets;
    }

    /**
     * Reads an overlay.
     *
     * @param files files by path below the home, templates still with their suffix
     * @param node what {@code $node} is
     * @return the overlay
     * @throws ClusterException if a template cannot be read or rendered, or two files have the same place
     */
    public Overlay read(Map<String, Path> files, Object node) {
        SortedMap<String, Path> copied = new TreeMap<>();
        SortedMap<String, byte[]> rendered = new TreeMap<>();
        Map<String, List<Secret>> secretsByPath = new TreeMap<>();
        files.forEach((path, file) -> {
            if (!path.endsWith(TEMPLATE_SUFFIX)) {
                copied.put(path, file);
                return;
            }
            String target = path.substring(0, path.length() - TEMPLATE_SUFFIX.length());
            if (files.containsKey(target)) {
                throw new ClusterException(file + ": '" + target + "' is there both as a file and as a template. "
                        + "Remove one of them.");
            }
            RenderedTemplate result = render(file, node);
            rendered.put(target, result.text().getBytes(StandardCharsets.UTF_8));
            if (!result.secrets().isEmpty()) {
                secretsByPath.put(target, result.secrets());
            }
        });
        return new Overlay(copied, rendered, secretsByPath);
    }

    private RenderedTemplate render(Path file, Object node) {
        Map<String, Object> references = new HashMap<>(context);
        references.put("node", node);
        try {
            return templates.render(file.toString(), Files.readString(file), references, secrets);
        } catch (IOException e) {
            throw new ClusterException(
                    file + " cannot be read as UTF-8 text (" + e.getMessage() + "). Templates are UTF-8.", e);
        }
    }
}

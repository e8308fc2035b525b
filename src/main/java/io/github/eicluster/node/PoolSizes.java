package io.github.eicluster.node;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How many connections the pools of a node may open, from its final files, so that nothing else has to assume it. */
public final class PoolSizes {

    /** What tomcat-jdbc takes if the datasource does not say (PoolProperties.DEFAULT_MAX_ACTIVE). */
    private static final int DEFAULT = 100;

    private PoolSizes() {}

    /**
     * A pool of connections.
     *
     * @param jndiName JNDI name of the datasource
     * @param url JDBC URL
     * @param maxActive most connections in use at the same time
     */
    public record Pool(String jndiName, String url, int maxActive) {}

    /**
     * Reads the pools of a node.
     *
     * @param base the distribution
     * @param overlay files laid over it
     * @param plan what is changed on top of both
     * @param version version of EI
     * @return every datasource with a JDBC URL, in the order in which the server reads them
     * @throws ClusterException if a file is not well-formed or a size is no number
     */
    public static List<Pool> of(Home base, Home overlay, NodePlan plan, EiVersion version) {
        Home finished = new Planned(overlay, plan);
        List<Pool> pools = new ArrayList<>();
        for (DatasourceFiles.Entry entry : new DatasourceFiles(new NodeFiles(base, finished, version)).all()) {
            Optional<String> url = entry.value("url").filter(text -> !text.isEmpty());
            if (url.isPresent()) {
                pools.add(new Pool(entry.jndiName().orElse(""), url.get(), size(entry)));
            }
        }
        return pools;
    }

    private static int size(DatasourceFiles.Entry entry) {
        String text = entry.value("maxActive").orElse("");
        if (text.isEmpty()) {
            return DEFAULT;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new ClusterException(
                    entry.place() + ": maxActive is '" + text + "', not a number. Write the number itself.");
        }
        return Integer.parseInt(text);
    }

    /** The overlay with the planned files on it. */
    private record Planned(Home overlay, NodePlan plan) implements Home {

        @Override
        public String origin() {
            return overlay.origin();
        }

        @Override
        public String root() {
            return overlay.root();
        }

        @Override
        public List<String> files() {
            TreeSet<String> files = new TreeSet<>(overlay.files());
            files.addAll(plan.files().keySet());
            return List.copyOf(files);
        }

        @Override
        public Optional<byte[]> read(String path) {
            byte[] planned = plan.files().get(path);
            return planned == null ? overlay.read(path) : Optional.of(planned);
        }
    }
}

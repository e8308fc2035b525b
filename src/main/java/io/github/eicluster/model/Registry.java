package io.github.eicluster.model;

import java.util.List;

/**
 * The shared registry: {@code conf/registry.xml}.
 *
 * @param instances remote instances, ids unique
 * @param mounts mounts, paths unique, each naming an instance
 */
public record Registry(List<Instance> instances, List<Mount> mounts) {

    /** Copies the lists. */
    public Registry {
        instances = List.copyOf(instances);
        mounts = List.copyOf(mounts);
    }

    /**
     * A remote instance with its dbConfig.
     *
     * @param id id that mounts name
     * @param explicit whether the POM names the id; otherwise the id of an existing instance for the same path is kept,
     *     since mounts are sticky
     * @param dbConfig name of the dbConfig
     * @param datasource the database behind it
     * @param readOnly whether no node may write
     * @param registryRoot root path, normally {@code /}
     * @param enableCache whether the registry caches
     */
    public record Instance(
            String id,
            boolean explicit,
            String dbConfig,
            Datasource datasource,
            boolean readOnly,
            String registryRoot,
            boolean enableCache) {}

    /**
     * A mount.
     *
     * @param path local path, such as {@code /_system/config}
     * @param targetPath path in the shared database
     * @param overwrite what happens to a local collection at that path
     * @param instance id of the instance
     */
    public record Mount(String path, String targetPath, Overwrite overwrite, String instance) {}

    /** What the first boot does with a local collection at the mount path. */
    public enum Overwrite {
        /** Deletes the local collection. */
        TRUE("true"),
        /** Leaves it, and the mount fails. */
        FALSE("false"),
        /** Hides it. */
        VIRTUAL("virtual");

        private final String text;

        Overwrite(String text) {
            this.text = text;
        }

        /** {@return the word in POM and registry.xml} */
        public String text() {
            return text;
        }
    }
}

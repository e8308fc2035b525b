package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster/registry}. */
final class RegistrySchema {

    private static final Element INSTANCE = group(
            "instance",
            "none",
            "<id>shared</id>",
            "A remoteInstance of conf/registry.xml with its dbConfig.",
            text(
                    "id",
                    "required",
                    "shared",
                    "Name that mounts refer to. A node records it at its first start; to change it later, the node needs a"
                            + " fresh local database."),
            text(
                    "dbConfig",
                    "sharedregistry; sharedconfig if database is config",
                    "shareddb",
                    "Name of the dbConfig. It must not be that of the node's own registry."),
            choice(
                    "database",
                    List.of("registry", "config"),
                    "registry",
                    "config",
                    "The database behind the instance: registryDatabase or configDatabase."),
            flag("readOnly", "false", "true", "Whether the instance is read-only on every node."),
            text("registryRoot", "/", "/shop", "Root path of the instance within the shared registry."),
            flag("enableCache", "true", "false", "Whether the nodes cache resources of the instance."));

    private static final Element MOUNT = group(
            "mount",
            "none",
            "<path>/_system/governance</path><targetPath>/_system/governance</targetPath>",
            "A path of the node's registry that is kept in the shared database.",
            text(
                    "path",
                    "required",
                    "/_system/config/shop",
                    "The path on the node. /, /_system and /_system/local cannot be mounted, since each node keeps its own"
                            + " /_system/local."),
            text(
                    "targetPath",
                    "/_system/eiconfig for /_system/config, else path",
                    "/_system/shop",
                    "The path in the shared registry. A node records it at its first start; to change it later, the node needs"
                            + " a fresh local database."),
            choice(
                    "overwrite",
                    List.of("true", "false", "virtual"),
                    "true",
                    "virtual",
                    "What the node's first start with the mount does with a local collection at the path: true deletes it,"
                            + " virtual hides it, false fails."),
            text(
                    "instance",
                    "the only instance; required if there are several",
                    "shared",
                    "Id of the instance that holds the path."));

    static final Element REGISTRY = group(
            "registry",
            "the instances and mounts below",
            "<mounts><mount><path>/_system/governance</path></mount></mounts>",
            "How the shared registry is mounted into the registry of each node: remoteInstance, dbConfig and mount"
                    + " of conf/registry.xml. Instances and mounts of the base that are not named here stay. An"
                    + " existing mount keeps its instance id, unless instances are declared.",
            list(
                    "instances",
                    "instanceid; with a configDatabase also configinstance",
                    "<instance><id>shared</id></instance>",
                    "The remote instances.",
                    INSTANCE),
            list(
                    "mounts",
                    "/_system/config and /_system/governance",
                    "<mount><path>/_system/config</path><targetPath>/_system/shop</targetPath></mount>",
                    "The paths that are kept in the shared registry. Declared mounts replace the default ones.",
                    MOUNT));

    private RegistrySchema() {}
}

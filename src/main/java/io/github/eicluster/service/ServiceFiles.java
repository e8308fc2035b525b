package io.github.eicluster.service;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files for the machines; none holds a secret.
 *
 * <p>What another part of the plugin adds to a unit, such as the credential of the secure vault, is in a file of its own,
 * {@code wso2ei-<node id>.service.d/<name>.conf}: systemd reads it behind the unit.
 *
 * @param files text by path below the folder {@code services}, such as {@code wso2ei-node1.service}
 * @param withoutUnit ids of the nodes that get none, since they run Windows
 */
public record ServiceFiles(SortedMap<String, String> files, List<String> withoutUnit) {

    /** Copies the collections. */
    public ServiceFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        withoutUnit = List.copyOf(withoutUnit);
    }
}

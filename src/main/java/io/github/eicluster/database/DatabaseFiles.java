package io.github.eicluster.database;

import io.github.eicluster.model.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files for the administrator of the databases.
 *
 * @param files content by path, the first part of which is the engine, such as {@code mysql/01-create.sql}
 * @param secrets paths of the files that hold passwords
 * @param problems mistakes and warnings found on the way
 */
public record DatabaseFiles(SortedMap<String, byte[]> files, Set<String> secrets, List<Problem> problems) {

    /** Copies the collections. */
    public DatabaseFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        secrets = Set.copyOf(secrets);
        problems = List.copyOf(problems);
    }
}

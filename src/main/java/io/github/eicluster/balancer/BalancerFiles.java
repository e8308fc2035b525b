package io.github.eicluster.balancer;

import io.github.eicluster.model.Problem;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a load balancer.
 *
 * @param files text by path below the folder {@code load-balancer}, such as {@code conf.d/ei.https.conf}; none for an
 *     external balancer
 * @param problems warnings
 */
public record BalancerFiles(SortedMap<String, String> files, List<Problem> problems) {

    /** Copies the collections. */
    public BalancerFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
    }
}

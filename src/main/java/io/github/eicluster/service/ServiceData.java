package io.github.eicluster.service;

import io.github.eicluster.model.Cluster;

/**
 * What the files are written from.
 *
 * @param cluster the cluster
 * @param version EI version, such as 6.6.0
 * @param root name of the root folder in every archive, such as wso2ei-6.6.0; it holds no blank
 */
public record ServiceData(Cluster cluster, String version, String root) {}

/**
 * What WSO2 EI 6.x looks like on disk, version by version.
 */
package io.github.eicluster.product;

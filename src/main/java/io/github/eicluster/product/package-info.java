/**
 * What WSO2 EI 6.x looks like on disk, version by version: places of files, the version of a home, and what a server
 * leaves behind.
 */
package io.github.eicluster.product;

/**
 * Keys, certificates, key stores and trust stores: what the cluster needs is planned from what the distribution has, the
 * POM wants and the store holds. The only room with Bouncy Castle.
 */
package io.github.eicluster.certs;

/**
 * The runbook of one cluster and the lines for its hosts files, as data for templates.
 */
package io.github.eicluster.runbook;

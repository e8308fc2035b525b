/** The runbook of one cluster and the lines for its hosts files. */
package io.github.eicluster.runbook;

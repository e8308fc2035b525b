/** What the machines run the nodes with: systemd units, and the scripts that bring deployment artifacts along. */
package io.github.eicluster.service;

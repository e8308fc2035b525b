/**
 * Puts the other rooms to work in order: plan all nodes, stage what they get, compare, pack. Knows files and folders of
 * the output, but neither Maven nor how any single file is edited.
 */
package io.github.eicluster.assembly;

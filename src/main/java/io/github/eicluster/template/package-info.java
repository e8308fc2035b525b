/** Renders templates of new files with Velocity, strictly; never used to patch an existing file. */
package io.github.eicluster.template;

/**
 * The goals: one thin class each, which skips, reads, calls and translates.
 */
package io.github.eicluster.mojo;

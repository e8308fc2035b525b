/** The sample application that shows whether a new cluster works. */
package io.github.eicluster.sample;

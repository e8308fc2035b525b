/** What differs between database engines, in one table: drivers, URLs, scripts of the distribution, spelling of names. */
package io.github.eicluster.engine;

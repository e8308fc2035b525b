/**
 * Lossless editing of XML and properties files: bytes in, bytes out, nothing changed outside an edit.
 */
package io.github.eicluster.edit;

package io.github.eicluster.edit;

/** A piece of markup with its place in the text: an element or a comment. */
sealed interface XmlNode permits XmlElement, XmlComment {

    /** Offset of the first character. */
    int start();

    /** Offset after the last character. */
    int end();
}

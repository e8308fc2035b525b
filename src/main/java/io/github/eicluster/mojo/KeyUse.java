package io.github.eicluster.mojo;

import io.github.eicluster.certs.Renewal;

/**
 * What a goal does with the keys of the cluster.
 *
 * @param made whether keys that are missing are made and kept; otherwise the store is only looked at
 * @param renewal what is made anew although it is still valid
 */
record KeyUse(boolean made, Renewal renewal) {

    /** For a goal that shows what others would do. */
    static final KeyUse LOOK = new KeyUse(false, Renewal.NONE);

    /** For a goal whose files name key stores, so that it needs them. */
    static final KeyUse MAKE = new KeyUse(true, Renewal.NONE);
}

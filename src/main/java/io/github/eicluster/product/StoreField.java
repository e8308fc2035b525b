package io.github.eicluster.product;

/** What a place says about a key store or trust store, in the order in which EI's files say it. */
public enum StoreField {
    /** Path of the store. */
    LOCATION,
    /** Type of the store, such as {@code JKS}. */
    TYPE,
    /** Password of the store. */
    PASSWORD,
    /** Alias of the private key. */
    ALIAS,
    /** Password of the private key. */
    KEY_PASSWORD
}

package io.github.eicluster.config;

/** How strictly connections to the database are encrypted. */
enum Tls {
    /** Encrypted if the server offers it, without a look at its certificate. */
    PREFERRED,
    /** Encrypted, and the certificate of the server must be signed by a trusted authority. */
    REQUIRED,
    /** In clear text. */
    OFF
}

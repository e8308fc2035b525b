package io.github.eicluster.database;

import io.github.eicluster.model.Databases;

/** What is said about encryption of the connections. */
final class Encryption {

    private Encryption() {}

    /** One or two sentences; nothing for hand-written URLs, which decide themselves. */
    static String text(Databases.Server server, boolean authority) {
        if (server.host().isEmpty()) {
            return "";
        }
        return switch (server.tls()) {
            case REQUIRED ->
                "The nodes connect with TLS only, and check the certificate of the server. "
                        + (authority
                                ? "`ca.crt` is the authority that they trust; the commands name it."
                                : "They trust what their trust store holds; give the clients the same authority.");
            case PREFERRED ->
                "The nodes use TLS if the server offers it, and check no certificate. `<tls>required</tls>` in the POM"
                        + " makes it certain.";
            case OFF -> "The nodes connect in clear text, as the POM says.";
        };
    }
}

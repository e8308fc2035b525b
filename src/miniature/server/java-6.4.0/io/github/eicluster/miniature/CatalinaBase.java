package io.github.eicluster.miniature;

import org.apache.catalina.Server;

/** Where Tomcat 7 works: it asks the system property catalina.base by itself. */
final class CatalinaBase {

    private CatalinaBase() {}

    static void set(Server server) {
        // Nothing to do.
    }
}

package io.github.eicluster.miniature;

import java.io.File;
import org.apache.catalina.Server;

/** Where Tomcat 9 works. */
final class CatalinaBase {

    private CatalinaBase() {}

    static void set(Server server) {
        File base = new File(System.getProperty("catalina.base"));
        server.setCatalinaHome(base);
        server.setCatalinaBase(base);
    }
}

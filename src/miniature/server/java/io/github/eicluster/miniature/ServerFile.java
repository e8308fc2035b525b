package io.github.eicluster.miniature;

import java.io.IOException;
import org.apache.catalina.Server;
import org.apache.catalina.startup.Catalina;
import org.apache.tomcat.util.digester.Digester;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Tomcat's own reader of a server.xml; classes of WSO2's that the file names are stood in for by harmless ones. */
final class ServerFile extends Catalina {

    Server read(InputSource source) throws IOException, SAXException {
        Digester digester = createStartDigester();
        digester.setClassLoader(new StandIns());
        digester.push(this);
        digester.parse(source);
        return getServer();
    }

    private static final class StandIns extends ClassLoader {

        private static final String EXTENSIONS = "org.wso2.carbon.tomcat.ext.";

        StandIns() {
            super(ServerFile.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return super.loadClass(standIn(name), resolve);
        }

        private static String standIn(String name) {
            if (name.startsWith(EXTENSIONS + "service.")) {
                return "org.apache.catalina.core.StandardService";
            }
            if (name.startsWith(EXTENSIONS + "realms.")) {
                return "org.apache.catalina.realm.NullRealm";
            }
            // Lets every request through.
            return name.startsWith(EXTENSIONS + "valves.")
                    ? "org.apache.catalina.valves.StuckThreadDetectionValve"
                    : name;
        }
    }
}

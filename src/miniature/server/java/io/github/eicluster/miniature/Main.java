package io.github.eicluster.miniature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands in for the real server's bootstrap class: arguments {@code -Dname=value} become system properties. */
public final class Main {

    private Main() {}

    /**
     * Starts the node of the home in the system property carbon.home, and stays until the process is ended, whether the
     * server has come up or not.
     *
     * @param arguments of the start script
     * @throws Exception if not even the log can be opened
     */
    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                String[] pair = argument.substring(2).split("=", 2);
                System.setProperty(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        Home home = Home.of(Path.of(System.getProperty("carbon.home")).toAbsolutePath());
        settings(home);
        LogOutput.open(home);
        Files.writeString(
                home.path("wso2carbon.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        Server server = new Server(home);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        try {
            server.start();
        } catch (StartFailure | IOException | RuntimeException | LinkageError e) {
            if (!(e instanceof StartFailure)) {
                Log.of("org.wso2.carbon.core.init.CarbonServerManager").error("Carbon initialization failed", e);
            }
        }
        new CountDownLatch(1).await();
    }

    private static void settings(Home home) throws IOException {
        System.setProperty("carbon.home", home.directory().toString());
        System.setProperty("carbon.config.dir.path", home.path("conf").toString());
        String base = Files.createDirectories(home.path("wso2/tmp/tomcat")).toString();
        System.setProperty("catalina.home", base);
        System.setProperty("catalina.base", base);
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.Jdk14Logger");
    }
}

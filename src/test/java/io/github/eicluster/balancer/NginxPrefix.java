package io.github.eicluster.balancer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder in which nginx finds everything it would find below {@code /etc/nginx}. */
public final class NginxPrefix {

    private static final String MODULE = "modules/ngx_stream_module.so";

    private NginxPrefix() {}

    /**
     * Lays the files, with the ports that only root may open and the logs of the console relocated.
     *
     * @param prefix an existing folder
     * @param files the files by path
     * @throws IOException if they cannot be written
     */
    public static void lay(Path prefix, Map<String, String> files) throws IOException {
        Files.createDirectories(prefix.resolve("conf.d"));
        Files.createDirectories(prefix.resolve("stream.d"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            String text = file.getValue()
                    .replace("/var/log/nginx/", prefix + "/")
                    .replaceAll("(?<listen>listen (?:\\[::]:)?)80\\b", "${listen}20080")
                    .replaceAll("(?<listen>listen (?:\\[::]:)?)443\\b", "${listen}20443");
            Files.writeString(prefix.resolve(file.getKey()), text);
        }
        boolean stream = files.keySet().stream().anyMatch(path -> path.startsWith("stream.d/"));
        Files.writeString(prefix.resolve("nginx.conf"), """
                %s%s
                daemon off;
                worker_processes 2;
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                    access_log access.log;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include conf.d/*.conf;
                }
                %s""".formatted(
                        user(), stream ? module() : "", stream ? "stream { include stream.d/*.conf; }\n" : ""));
    }

    /**
     * nginx, the folder given; a test that needs it where it is missing is skipped.
     *
     * @param prefix the folder
     * @param further more arguments
     * @return the command
     */
    public static String[] command(Path prefix, String... further) {
        return Stream.concat(
                        Stream.of(
                                Commands.installed("nginx"),
                                "-p",
                                prefix.toString(),
                                "-e",
                                prefix.resolve("error.log").toString(),
                                "-c",
                                prefix.resolve("nginx.conf").toString()),
                        Stream.of(further))
                .toArray(String[]::new);
    }

    /** Workers of a master that is root become somebody else, who cannot enter a temporary folder. */
    private static String user() {
        return System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    }

    /** Debian has the stream module as a file of its own. */
    private static String module() throws IOException {
        Optional<Path> file = Stream.of("/usr/lib/nginx", "/usr/lib64/nginx", "/usr/share/nginx")
                .map(folder -> Path.of(folder, MODULE))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "skipped: the stream module of nginx is not installed");
        return "load_module " + file.orElseThrow() + ";";
    }
}

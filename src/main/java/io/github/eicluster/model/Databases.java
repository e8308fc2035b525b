package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The databases that all nodes share.
 *
 * @param type engine
 * @param server the database server
 * @param user users and permissions, {@code jdbc/WSO2UMDB}
 * @param registry shared registry, {@code jdbc/WSO2RegistryDB}
 * @param config shared configuration registry if it is kept apart, {@code jdbc/WSO2ConfigDB}
 */
public record Databases(
        DatabaseType type, Server server, Datasource user, Datasource registry, Optional<Datasource> config) {

    /**
     * Databases on a server of which nothing but its place is declared.
     *
     * @param type engine
     * @param host machine of the database server as the URLs name it; absent for H2 and for hand-written URLs
     * @param address IP address of that machine for the hosts file, if declared
     * @param user users and permissions
     * @param registry shared registry
     * @param config shared configuration registry if it is kept apart
     */
    public Databases(
            DatabaseType type,
            Optional<String> host,
            Optional<String> address,
            Datasource user,
            Datasource registry,
            Optional<Datasource> config) {
        this(
                type,
                new Server(
                        host,
                        address,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Tls.PREFERRED,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        DriverSource.NONE),
                user,
                registry,
                config);
    }

    /** {@return machine of the database server as the URLs name it; absent for H2 and for hand-written URLs} */
    public Optional<String> host() {
        return server.host();
    }

    /** {@return IP address of that machine for the hosts file, if declared} */
    public Optional<String> address() {
        return server.address();
    }

    /** {@return where the JDBC driver of the nodes comes from} */
    public DriverSource driver() {
        return server.driver();
    }

    /**
     * The server that holds the databases.
     *
     * @param host machine as the URLs name it; absent for H2 and for hand-written URLs
     * @param address IP address of that machine for the hosts file, if declared
     * @param port port that the URLs name; absent where host is
     * @param version version of the server, such as 5.7, as declared
     * @param tls how strictly connections are encrypted; says nothing about hand-written URLs
     * @param caCertificate path of the PEM file with the authority of the server's certificate, as declared; only with
     *     {@link Tls#REQUIRED}
     * @param script file name of the script below {@code dbscripts} that makes the tables, if another one than the
     *     engine's is declared
     * @param maxConnections how many connections the server allows, if declared
     * @param grantHosts hosts from which the users of the nodes may connect, for MySQL and MariaDB; empty: not declared
     * @param driver where the JDBC driver of the nodes comes from
     */
    public record Server(
            Optional<String> host,
            Optional<String> address,
            OptionalInt port,
            Optional<String> version,
            Tls tls,
            Optional<String> caCertificate,
            Optional<String> script,
            OptionalInt maxConnections,
            List<String> grantHosts,
            DriverSource driver) {

        /** Copies the list. */
        public Server {
            grantHosts = List.copyOf(grantHosts);
        }
    }

    /** How strictly connections to the database are encrypted. */
    public enum Tls {
        /** Encrypted if the server offers it, without a look at its certificate. */
        PREFERRED("preferred"),
        /** Encrypted, and the certificate of the server must be signed by an authority that the nodes trust. */
        REQUIRED("required"),
        /** In clear text. */
        OFF("off");

        private final String text;

        Tls(String text) {
            this.text = text;
        }

        /** {@return the word in the POM} */
        public String text() {
            return text;
        }
    }
}

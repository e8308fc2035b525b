package io.github.eicluster.database;

import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Datasource;
import java.util.List;
import java.util.Optional;

/**
 * One database of a cluster; for Oracle and DB2 the tables of one user in it.
 *
 * @param label what files and messages call it, unique in the cluster: letters, digits, underscores, hyphens, dots
 * @param server where its server is; absent for H2, and if a hand-written URL does not tell
 * @param datasource URL, user, driver, database and schema, as the first datasource that uses it has them
 * @param uses what it is for, at least one
 */
public record PlannedDatabase(String label, Optional<ServerAddress> server, Datasource datasource, List<Use> uses) {

    /** Copies the list. */
    public PlannedDatabase {
        uses = List.copyOf(uses);
    }

    /** {@return name of the database as the URL spells it, for Oracle of the service; absent if the URL does not tell} */
    public Optional<String> database() {
        return datasource.database();
    }

    /** {@return schema that the URL names} */
    public Optional<String> schema() {
        return datasource.schema();
    }

    /** {@return JDBC URL of the nodes} */
    public String url() {
        return datasource.url();
    }

    /** {@return user and password of the nodes} */
    public Credentials credentials() {
        return datasource.credentials();
    }

    /** {@return the nodes that open a pool on it; empty if all do} */
    public List<String> onlyNodes() {
        return uses.stream().allMatch(use -> use.kind() == Use.Kind.LOCAL)
                ? uses.stream().map(Use::of).toList()
                : List.of();
    }

    /**
     * What a database is for.
     *
     * @param kind kind
     * @param of the registry instance or the node; empty for the others
     */
    public record Use(Kind kind, String of) {

        /** Kinds of use. */
        public enum Kind {
            /** Users and permissions. */
            USERS("users and permissions"),
            /** Shared registry. */
            REGISTRY("shared registry"),
            /** Shared configuration registry. */
            CONFIGURATION("shared configuration registry"),
            /** A registry instance of its own. */
            INSTANCE("registry instance"),
            /** Local registry of one node. */
            LOCAL("local registry of");

            private final String text;

            Kind(String text) {
                this.text = text;
            }
        }

        /** {@return the use in words} */
        public String text() {
            return of.isEmpty() ? kind.text : kind.text + " " + of;
        }
    }
}

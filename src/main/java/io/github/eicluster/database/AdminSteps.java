package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the files of this room tell an administrator to run, for a program that runs it instead. */
public final class AdminSteps {

    private AdminSteps() {}

    /**
     * One statement.
     *
     * @param database database to be connected to, as the URL spells it; absent: whichever the administrator connects to
     * @param sql the statement, with passwords in clear text
     * @param words the statement with placeholders instead of passwords
     */
    public record Step(Optional<String> database, String sql, String words) {

        /** {@return the statement without a password} */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The statements that make databases of one server, the users of the nodes, and what these may do.
     *
     * @param cluster the cluster
     * @param databases its databases on one server, all or some
     * @return the statements, in order
     */
    public static List<Step> of(Cluster cluster, List<PlannedDatabase> databases) {
        List<AdminStatement> clear = statements(cluster, databases, true);
        List<AdminStatement> hidden = statements(cluster, databases, false);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < clear.size(); i++) {
            steps.add(new Step(
                    clear.get(i).database(), clear.get(i).sql(), hidden.get(i).sql()));
        }
        return steps;
    }

    /**
     * The schema to which tables belong that an administrator makes.
     *
     * @param engine engine
     * @param database the database
     * @return its name as the catalog spells it, unless it is that of everybody
     */
    public static Optional<String> schema(DatabaseEngine engine, PlannedDatabase database) {
        return CreateSql.schema(engine, database);
    }

    private static List<AdminStatement> statements(
            Cluster cluster, List<PlannedDatabase> databases, boolean showPasswords) {
        DatabaseEngine engine = DatabaseEngine.of(cluster.databases().type());
        Accounts accounts = new Accounts(engine, showPasswords, GrantHosts.of(cluster));
        return new CreateSql(engine, cluster.databases().server(), accounts).of(databases);
    }
}

package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** To MySQL and MariaDB, a user is a name and the machine that he comes from, and this need not be one of the nodes. */
final class HostAccess {

    private static final Set<DatabaseType> TYPES = Set.of(DatabaseType.MYSQL, DatabaseType.MARIADB);

    private static final String QUERY =
            "SELECT COUNT(*), SUM(SUBSTRING_INDEX(USER(), '@', -1) LIKE Host)" + " FROM mysql.user WHERE User = ?";

    private final Connection administrator;
    private final Target target;

    HostAccess(Connection administrator, Target target) {
        this.administrator = administrator;
        this.target = target;
    }

    /** Whether the nodes' user is known to the server, but not on the machine that this connection comes from. */
    boolean isElsewhere() {
        if (!TYPES.contains(target.type())) {
            return false;
        }
        try (PreparedStatement statement = administrator.prepareStatement(QUERY)) {
            statement.setString(1, target.credentials().username());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) > 0 && row.getInt(2) == 0;
            }
        } catch (SQLException e) {
            // The administrator may not read the accounts: nothing is known that would make the refusal harmless.
            return false;
        }
    }
}

package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.MariadbServer;

/** The initialiser on a real MariaDB, over MariaDB's own driver. */
class MariadbInitialiserTest extends MariadbContract {

    MariadbInitialiserTest(MariadbServer server) {
        super(DatabaseType.MARIADB, server);
    }
}

package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.MariadbServer;

/** The initialiser on a real MariaDB, over MySQL's driver. */
class MysqlDriverInitialiserTest extends MariadbContract {

    MysqlDriverInitialiserTest(MariadbServer server) {
        super(DatabaseType.MYSQL, server);
    }
}

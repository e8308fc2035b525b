package io.github.eicluster.assembly;

import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files for PostgreSQL on a real server; schema and database have capitals, which the server would fold. */
@ExtendWith(PostgresServer.Shared.class)
class MadePostgresqlTest extends MadeDatabasesCase {

    @Override
    String database(DatabaseServer server) {
        String shared = server.fresh("Shared").replace("shared", "Shared");
        return """
                <type>postgresql</type><host>127.0.0.1</host><port>%d</port>
                <username>%s</username><password>regpass</password>
                <userDatabase><name>%s</name><schema>Users</schema></userDatabase>
                <registryDatabase>%s</registryDatabase>
                <localRegistry>database</localRegistry><pool><initialSize>1</initialSize><minIdle>1</minIdle></pool>
                """.formatted(
                        server.port(),
                        server.fresh("Reg-Admin").replace("reg", "Reg"),
                        shared,
                        server.fresh("Reg").replace("reg", "Reg"));
    }

    @Override
    String script() {
        return """
                -- The registry.
                CREATE SEQUENCE REG_LOG_SEQUENCE START WITH 1 INCREMENT BY 1;
                DROP TABLE IF EXISTS REG_LOG;
                CREATE TABLE REG_LOG (
                  ID INTEGER DEFAULT NEXTVAL('REG_LOG_SEQUENCE'), REG_PATH VARCHAR (750), PRIMARY KEY (ID));\r
                CREATE FUNCTION REG_NOTHING() RETURNS void AS $$ BEGIN NULL; END; $$ LANGUAGE plpgsql;
                """;
    }

    @Override
    String client() {
        return "psql";
    }
}

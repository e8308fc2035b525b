package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;

/** What the administrator has to be allowed to. */
final class Privileges {

    private Privileges() {}

    /** In words that complete "needs". */
    static String of(DatabaseEngine engine) {
        return switch (engine) {
            case MYSQL, MARIADB ->
                "`CREATE USER`, and `CREATE`, `ALTER`, `INDEX`, `REFERENCES`, `DROP`, `SELECT`, `INSERT`, `UPDATE`, `DELETE`"
                        + " with grant option on the databases";
            case POSTGRESQL -> "`CREATEDB` and `CREATEROLE`; the role that runs `01-create.sql` also runs the scripts";
            case ORACLE ->
                "`CREATE USER`, `GRANT ANY PRIVILEGE`, `ALTER SESSION`, `CREATE ANY TABLE`, `CREATE ANY INDEX`, `CREATE ANY"
                        + " SEQUENCE`, `CREATE ANY TRIGGER`, `CREATE ANY PROCEDURE`; the role `DBA` has them";
            case MSSQL -> "the server roles `dbcreator` and `securityadmin`";
            case DB2 -> "`SYSADM` or `SYSCTRL`, and `SECADM` and `DBADM` in the new databases";
            case H2 -> "nothing but write access to the folder of the files";
        };
    }
}

package io.github.eicluster.model;

/** Database engines that EI 6.x knows. */
public enum DatabaseType {
    /** MySQL 5.x and 8. */
    MYSQL("mysql"),
    /** MariaDB. */
    MARIADB("mariadb"),
    /** PostgreSQL. */
    POSTGRESQL("postgresql"),
    /** Oracle. */
    ORACLE("oracle"),
    /** Microsoft SQL Server. */
    MSSQL("mssql"),
    /** IBM DB2. */
    DB2("db2"),
    /** Embedded H2: one machine only. */
    H2("h2");

    private final String text;

    DatabaseType(String text) {
        this.text = text;
    }

    /** {@return the word in the POM} */
    public String text() {
        return text;
    }
}

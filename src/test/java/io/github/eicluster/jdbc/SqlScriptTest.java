package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.DatabaseType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are cut where the engine's own client cuts them. */
class SqlScriptTest {

    private static final String TABLE = "CREATE TABLE T (ID INT)";

    private static SqlScript read(DatabaseType type, String text) {
        return SqlScript.read("some.sql", text.getBytes(StandardCharsets.UTF_8), type);
    }

    /** The statements of a script, behind one that makes a table. */
    private static List<String> statements(DatabaseType type, String text) {
        String end = type == DatabaseType.MSSQL ? "\nGO\n" : type == DatabaseType.DB2 ? "\n/\n" : ";\n";
        List<String> all = read(type, TABLE + end + text).statements().stream()
                .map(SqlStatement::text)
                .toList();
        assertThat(all.get(0)).isEqualTo(TABLE);
        return all.subList(1, all.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseType.class,
            names = {"MSSQL", "DB2"},
            mode = EnumSource.Mode.EXCLUDE)
    void semicolonsInStringsNamesAndCommentsEndNothing(DatabaseType type) {
        assertThat(statements(type, """
                        -- it's a comment; really
                        INSERT INTO T VALUES ('a;b', 'it''s;'); /* one; two */
                        INSERT INTO "a;b" VALUES (1) -- behind; it
                        ;;
                        SELECT 1"""))
                .containsExactly(
                        "INSERT INTO T VALUES ('a;b', 'it''s;')", "INSERT INTO \"a;b\" VALUES (1)", "SELECT 1");
    }

    @Test
    void everyStatementKnowsItsNumberAndTheLineOfItsCode() {
        SqlScript script =
                read(DatabaseType.POSTGRESQL, "-- one\n\n" + TABLE + ";\n/* four\nfive */ SELECT\n1;\nSELECT 2");
        assertThat(script.statements())
                .containsExactly(
                        new SqlStatement(1, 3, TABLE),
                        new SqlStatement(2, 5, "SELECT\n1"),
                        new SqlStatement(3, 7, "SELECT 2"));
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreNoPartOfStatements() {
        byte[] text = ("\uFEFF-- words\r\n" + TABLE + ";\r\nSELECT\r\n1;\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(SqlScript.read("some.sql", text, DatabaseType.H2).statements())
                .containsExactly(new SqlStatement(1, 2, TABLE), new SqlStatement(2, 3, "SELECT\n1"));
    }

    @Test
    void aScriptMayBeUtf16OrLatin1() {
        String text = TABLE + "\nGO\nINSERT INTO T VALUES ('é')\nGO\n";
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_16), // with a byte order mark
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_8))) {
            assertThat(SqlScript.read("some.sql", bytes, DatabaseType.MSSQL).statements())
                    .containsExactly(
                            new SqlStatement(1, 1, TABLE), new SqlStatement(2, 3, "INSERT INTO T VALUES ('é')"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseType.class,
            names = {"MYSQL", "MARIADB"})
    void mysqlsCommandDelimiterIsObeyedAndNotSent(DatabaseType type) {
        assertThat(statements(type, """
                        DELIMITER $$
                        CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW BEGIN SET NEW.ID = 1; END$$
                        delimiter //
                        CREATE PROCEDURE B() BEGIN SELECT 'x//y'; END
                        //
                        DELIMITER ;
                        SELECT 1;
                        """))
                .containsExactly(
                        "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW BEGIN SET NEW.ID = 1; END",
                        "CREATE PROCEDURE B() BEGIN SELECT 'x//y'; END",
                        "SELECT 1");
    }

    @Test
    void mysqlsOtherCommentsAndQuotesAreKnown() {
        assertThat(statements(DatabaseType.MYSQL, """
                        # it's; a comment
                        SELECT 1--1;
                        SELECT 'a\\';b', "c;\\"d", `e;f`;
                        /*!40101 SET NAMES utf8mb4; */;
                        """))
                .containsExactly(
                        "SELECT 1--1", "SELECT 'a\\';b', \"c;\\\"d\", `e;f`", "/*!40101 SET NAMES utf8mb4; */");
    }

    @Test
    void bodiesInDollarQuotesOfPostgresStayWhole() {
        String function = """
                CREATE FUNCTION F() RETURNS TRIGGER AS $body$
                BEGIN
                    EXECUTE $$ SELECT 1; $$;
                    RETURN NEW; -- $
                END;
                $body$ LANGUAGE plpgsql""";
        assertThat(statements(
                        DatabaseType.POSTGRESQL, function + ";\nDO $$ BEGIN NULL; END $$;\nSELECT a$b$c;SELECT $1;"))
                .containsExactly(function, "DO $$ BEGIN NULL; END $$", "SELECT a$b$c", "SELECT $1");
    }

    @Test
    void postgresNestsCommentsAndHasStringsWithBackslashes() {
        assertThat(statements(DatabaseType.POSTGRESQL, """
                        /* a; /* b; */ c; */ SELECT E'a\\';b', 'c\\';
                        CREATE FUNCTION F() RETURNS INT BEGIN ATOMIC SELECT 1; SELECT CASE WHEN TRUE THEN 1 END; END;
                        SELECT 2;
                        """))
                .containsExactly(
                        "SELECT E'a\\';b', 'c\\'",
                        "CREATE FUNCTION F() RETURNS INT BEGIN ATOMIC SELECT 1; SELECT CASE WHEN TRUE THEN 1 END; END",
                        "SELECT 2");
    }

    @Test
    void oraclesBlocksEndAtASlashAndItsStatementsAtEither() {
        String trigger = """
                CREATE OR REPLACE TRIGGER A BEFORE INSERT ON T FOR EACH ROW
                BEGIN
                    SELECT S.NEXTVAL INTO :NEW.ID FROM DUAL;
                END;""";
        assertThat(
                        statements(
                                DatabaseType.ORACLE,
                                "CREATE SEQUENCE S START WITH 1 NOCACHE\n  / \n" + trigger
                                        + "\n/\nCREATE INDEX I ON T (ID);\n/\nBEGIN NULL; END;\n/\nSELECT q'[it's; ]', 4/2 FROM DUAL\n/\n"))
                .containsExactly(
                        "CREATE SEQUENCE S START WITH 1 NOCACHE",
                        trigger,
                        "CREATE INDEX I ON T (ID)",
                        "BEGIN NULL; END;",
                        "SELECT q'[it's; ]', 4/2 FROM DUAL");
    }

    @Test
    void batchesOfSqlServerEndAtGoOnly() {
        assertThat(statements(DatabaseType.MSSQL, """
                        IF NOT EXISTS (SELECT * FROM SYS.OBJECTS WHERE NAME = N'GO') CREATE TABLE [U;
                        ] (ID INT);
                        INSERT INTO T VALUES ('
                        GO
                        ');
                        /*
                        GO
                        */
                          go
                        SELECT 1 AS GO
                        """)).containsExactly("""
                        IF NOT EXISTS (SELECT * FROM SYS.OBJECTS WHERE NAME = N'GO') CREATE TABLE [U;
                        ] (ID INT);
                        INSERT INTO T VALUES ('
                        GO
                        ');""", "SELECT 1 AS GO");
    }

    @Test
    void aDb2ScriptWithSlashesHasNoOtherDelimiter() {
        String trigger =
                "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW\nBEGIN ATOMIC\n SET (NEW.ID) = (NEXTVAL FOR S);\nEND";
        assertThat(statements(DatabaseType.DB2, trigger + "\n/\nSELECT 1 FROM T\n/\n"))
                .containsExactly(trigger, "SELECT 1 FROM T");
    }

    @Test
    void aDb2ScriptWithoutSlashesEndsStatementsWithSemicolonsOutsideOfBlocks() {
        String trigger =
                "CREATE TRIGGER A AFTER INSERT ON T BEGIN ATOMIC IF 1 = 1 THEN SET X = 1; END IF; SET Y = 2; END";
        assertThat(read(DatabaseType.DB2, TABLE + ";" + trigger + ";SELECT 1 FROM T")
                        .statements())
                .extracting(SqlStatement::text)
                .containsExactly(TABLE, trigger, "SELECT 1 FROM T");
    }

    @Test
    void theTablesOfAScriptAreFoundWhateverTheirSpelling() {
        SqlScript script = read(DatabaseType.MYSQL, """
                CREATE TABLE IF NOT EXISTS REG_LOG (A VARCHAR(9) DEFAULT 'CREATE TABLE NO (');
                create table `um_User`(ID INT); -- CREATE TABLE NEITHER (
                CREATE TABLE db.`UM_ROLE` (ID INT);
                CREATE TEMPORARY TABLE FLEETING (ID INT);
                CREATE INDEX I ON REG_LOG (A);
                """);
        assertThat(script.tables()).containsExactly("REG_LOG", "UM_ROLE", "um_User");
        assertThat(script.tables()).contains("reg_log");
        assertThat(read(DatabaseType.MSSQL, "IF 1 = 1 CREATE TABLE [DBO].[A] (I INT) CREATE TABLE B (I INT)")
                        .tables())
                .containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE OTHER",
                "DROP TABLE T",
                "DROP TABLE IF EXISTS OTHER",
                "DROP TABLE IF EXISTS T, OTHER",
                "drop database d",
                "DROP SCHEMA s",
                "DROP USER u",
                "TRUNCATE TABLE T",
                "USE other",
                "CREATE DATABASE d"
            })
    void aScriptThatDestroysOrLeavesIsRefusedWithItsLine(String statement) {
        assertThatThrownBy(() -> read(DatabaseType.MYSQL, TABLE + ";\n\n" + statement + ";"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("some.sql:3: '")
                .hasMessageEndingWith(
                        "which this goal never does. Remove it from the script, or run the script by hand.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE IF EXISTS T",
                "DROP TABLE IF EXISTS a.`T`, T",
                "ALTER TABLE T DROP COLUMN A",
                "INSERT INTO T VALUES ('DROP TABLE X')",
                "CREATE TABLE U (`DROP` INT, `TABLE` INT)"
            })
    void aScriptMayRemoveWhatOnlyItselfCanHaveMade(String statement) {
        assertThat(read(DatabaseType.MYSQL, TABLE + ";" + statement).statements())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a;\n", "SELECT \"a;\n", "/* a;\n", "DO $x$ BEGIN;\n"})
    void aScriptThatIsCutOffIsRefusedWithTheLineWhereItBegan(String text) {
        assertThatThrownBy(() -> read(DatabaseType.POSTGRESQL, TABLE + ";\n" + text))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("some.sql:2: ")
                .hasMessageContaining("begins here and does not end");
    }

    @Test
    void aDelimiterCommandWithoutADelimiterIsRefused() {
        assertThatThrownBy(() -> read(DatabaseType.MYSQL, TABLE + ";\nDELIMITER\nSELECT 1;"))
                .hasMessage("some.sql:2: DELIMITER names no delimiter. Correct the script, or take the one of the"
                        + " distribution.");
    }

    @Test
    void aScriptThatMakesNoTableIsTheWrongOne() {
        assertThatThrownBy(() -> read(DatabaseType.H2, "SELECT 1;"))
                .hasMessage(
                        "some.sql: makes no table. Take the script of the distribution's dbscripts for this engine.");
    }

    @Test
    void theDigestIsThatOfTheBytes() {
        SqlScript script = read(DatabaseType.H2, TABLE);
        assertThat(script.digest())
                .hasSize(64)
                .isNotEqualTo(read(DatabaseType.H2, TABLE + ";").digest());
    }
}

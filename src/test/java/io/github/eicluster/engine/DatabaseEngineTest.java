package io.github.eicluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.product.EiVersion;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseEngineTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsRow(DatabaseType type) {
        assertThat(DatabaseEngine.of(type).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL, 6.5.0, , mysql5.7.sql",
        "MYSQL, 6.5.0, 5.7, mysql5.7.sql",
        "MYSQL, 6.0.0, 8.0.36, mysql5.7.sql",
        "MYSQL, 6.5.0, 5.6, mysql.sql",
        "MYSQL, 6.5.0, 5.10, mysql5.7.sql",
        "MYSQL, 6.6.0, , mysql.sql",
        "MYSQL, 6.6.0, 5.7, mysql.sql",
        "MARIADB, 6.4.0, 10.11.6-MariaDB, mysql5.7.sql",
        "MARIADB, 6.4.0, 5.5, mysql.sql",
        "POSTGRESQL, 6.4.0, 9.6, postgresql.sql",
        "ORACLE, 6.6.0, 19c, oracle.sql",
        "MSSQL, 6.6.0, , mssql.sql",
        "DB2, 6.6.0, , db2.sql",
        "H2, 6.1.1, , h2.sql",
    })
    void theScriptFollowsTheVersionsOfEiAndOfTheServer(DatabaseEngine engine, String ei, String server, String script) {
        assertThat(engine.script(EiVersion.parse(ei), Optional.ofNullable(server)))
                .isEqualTo(script);
    }

    @Test
    void anOldMysqlServerGetsTheOldDriver() {
        assertThat(DatabaseEngine.MYSQL.driver(Optional.of("5.6")).className()).isEqualTo("com.mysql.jdbc.Driver");
        assertThat(DatabaseEngine.MYSQL.driver(Optional.of("8.0")).className()).isEqualTo("com.mysql.cj.jdbc.Driver");
        assertThat(DatabaseEngine.MARIADB.driver(Optional.of("5.5")).className())
                .isEqualTo("org.mariadb.jdbc.Driver");
    }

    @Test
    void driversThatNeedALicenceOrShipWithEiHaveNoArtifact() {
        assertThat(Stream.of(DatabaseEngine.values())
                        .filter(engine ->
                                engine.driver(Optional.empty()).coordinates().isEmpty()))
                .containsExactly(DatabaseEngine.DB2, DatabaseEngine.H2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL | jdbc:mysql://db:3306/REG?a=b | REG",
                "MYSQL | jdbc:mysql:replication://a:1,b:2/REG | REG",
                "MYSQL | jdbc:mysql://db:3306/ | ",
                "MARIADB | jdbc:mariadb://[fd00:0:0:0:0:0:0:1]:3306/REG | REG",
                "POSTGRESQL | jdbc:postgresql://db/reg?currentSchema=x | reg",
                "DB2 | jdbc:db2://db:50000/REG:sslConnection=true;currentSchema=X; | REG",
                "MSSQL | jdbc:sqlserver://db:1433;DatabaseName=REG;encrypt=true | REG",
                "MSSQL | jdbc:sqlserver://db;database=REG | REG",
                "MSSQL | jdbc:sqlserver://db;encrypt=true | ",
                "ORACLE | jdbc:oracle:thin:@db:1521/REG | REG",
                "ORACLE | jdbc:oracle:thin:@//db:1521/REG?x=/a/b | REG",
                "ORACLE | jdbc:oracle:thin:@db:1521:SID | SID",
                "ORACLE | jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=db))(CONNECT_DATA=(SERVICE_NAME=reg.x))) | reg.x",
                "H2 | jdbc:h2:~/.ei-cluster/d/REG;AUTO_SERVER=TRUE | REG",
                "H2 | jdbc:h2:mem:REG | REG",
                "H2 | jdbc:h2:./repository/database/WSO2CARBON_DB | WSO2CARBON_DB",
            })
    void theDatabaseIsFoundInHandWrittenUrls(DatabaseEngine engine, String url, String database) {
        assertThat(engine.databaseOf(url)).isEqualTo(Optional.ofNullable(database));
    }

    @Test
    void theSchemaIsFoundInHandWrittenUrls() {
        assertThat(DatabaseEngine.POSTGRESQL.schemaOf("jdbc:postgresql://db/reg?a=b&currentSchema=x&c=d"))
                .contains("x");
        assertThat(DatabaseEngine.DB2.schemaOf("jdbc:db2://db/REG:currentSchema=X;"))
                .contains("X");
        assertThat(DatabaseEngine.POSTGRESQL.schemaOf("jdbc:postgresql://db/reg"))
                .isEmpty();
    }

    @Test
    void namesAndTextsAreQuotedSoThatNothingEndsThem() {
        assertThat(DatabaseEngine.MYSQL.quote("a`b")).isEqualTo("`a``b`");
        assertThat(DatabaseEngine.MSSQL.quote("a]b")).isEqualTo("[a]]b]");
        assertThat(DatabaseEngine.POSTGRESQL.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(DatabaseEngine.MYSQL.literal("a\\'b")).isEqualTo("'a\\\\''b'");
        assertThat(DatabaseEngine.POSTGRESQL.literal("a\\'b")).isEqualTo("'a\\''b'");
    }
}

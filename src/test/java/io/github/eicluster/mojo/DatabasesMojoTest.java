package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class DatabasesMojoTest extends MojoCase {

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    void everyDatabaseGetsTheScriptOfTheDistribution(DatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(read("01-create.sql")).contains("CREATE DATABASE IF NOT EXISTS `REGISTRY_DB`");
        assertThat(read("02-WSO2_USER_DB.sql"))
                .contains("CREATE TABLE REG_MINIATURE")
                .isEqualTo(read("03-REGISTRY_DB.sql"));
        assertThat(read("README.md"))
                .contains("dbscripts/mysql.sql", "| node1 | jdbc/WSO2RegistryDB 50, jdbc/WSO2UMDB 50 | 100 |");
        assertThat(log().infos())
                .contains("databases: mysql/01-create.sql, mysql/02-WSO2_USER_DB.sql, mysql/03-REGISTRY_DB.sql,"
                        + " mysql/README.md in " + target().resolve("ei-cluster/databases"));
        assertThat(log().warnings()).anyMatch(line -> line.startsWith("cluster/database/tls: 'preferred'"));
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    void theFilesAreAttachedAsOneArchiveWithoutAPassword(DatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getAttachedArtifacts())
                .singleElement()
                .satisfies(attached -> assertThat(attached.getClassifier()).isEqualTo("databases"));
        try (ZipFile zip =
                new ZipFile(target().resolve("guide-1.0-databases.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "mysql/01-create.sql",
                            "mysql/02-WSO2_USER_DB.sql",
                            "mysql/03-REGISTRY_DB.sql",
                            "mysql/README.md");
        }
        assertThat(read("01-create.sql")).contains("IDENTIFIED BY <password of ");
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    @MojoParameter(name = "showPasswords", value = "true")
    void shownPasswordsAreForTheOwnerOnlyAndAttachedNowhere(DatabasesMojo mojo) throws Exception {
        run(mojo);

        assertThat(read("01-create.sql")).doesNotContain("<password of ");
        assertThat(Files.getPosixFilePermissions(file("01-create.sql")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(project().getAttachedArtifacts()).isEmpty();
        assertThat(targetNames()).containsExactly("ei-cluster");
        assertThat(log().warnings()).anyMatch(line -> line.startsWith("showPasswords: mysql/01-create.sql"));
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    void filesOfAnotherEngineAreRemoved(DatabasesMojo mojo) throws Exception {
        Path old = target().resolve("ei-cluster/databases/oracle/01-create.sql");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");

        run(mojo);

        assertThat(old.getParent()).doesNotExist();
    }

    @Test
    @Basedir("/mojo/other-script")
    @InjectMojo(goal = "databases")
    void aScriptThatTheDistributionDoesNotHaveIsNamed(DatabasesMojo mojo) throws Exception {
        assertFails(
                mojo,
                "cluster/database/script: ",
                " (EI 6.6.0) has no file dbscripts/oracle_rac.sql, which makes the tables of oracle. Name another one below"
                        + " dbscripts with <script>.");
        assertThat(target().resolve("ei-cluster/databases")).doesNotExist();
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "databases")
    @MojoParameter(name = "production", value = "true")
    void theShippedPasswordOfTheAdministratorIsAMistakeInProduction(DatabasesMojo mojo) throws Exception {
        assertFails(
                mojo,
                "Not for production:\n  cluster/admin: the administrator has the shipped password",
                "it counts only before the first start.");
    }

    private void assertFails(DatabasesMojo mojo, String start, String part) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining(part);
    }

    private Path file(String name) {
        return target().resolve("ei-cluster/databases/mysql/" + name);
    }

    private String read(String name) throws Exception {
        return Files.readString(file(name));
    }
}

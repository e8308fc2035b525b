package io.github.eicluster.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeStateTest {

    private static final String SHIPPED_DATABASE = "repository/database/WSO2CARBON_DB.h2.db";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository/logs/wso2carbon.log",
                "repository/logs/audit/audit.log",
                "tmp/work/x",
                "wso2/tmp/x",
                "repository/data/index/segments",
                "wso2carbon.pid",
                "other.pid",
                "password",
                "password-tmp",
                "password-persist",
                "password.txt",
                "password-tmp.txt",
                "password-persist.txt",
                "repository/database/WSO2CARBON_DB.lock.db",
                "repository/database/WSO2CARBON_DB.trace.db",
                "repository/database/WSO2CARBON_DB.mv.db.tempFile"
            })
    void leavesOutWhatAServerLeftBehind(String path) {
        assertThat(RuntimeState.isRuntime(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository/logs/README.txt",
                "repository/logs/README",
                "tmp/README.txt",
                "repository/data/.gitkeep",
                "repository/data/index/.gitkeep",
                "bin/server.pid",
                "conf/password",
                "password.properties",
                "mytmp/x",
                "repository/database/WSO2CARBON_DB.h2.db",
                "repository/database/WSO2CARBON_DB.mv.db",
                "repository/components/tmp/x",
                "wso2/broker/repository/logs/README.txt",
                "repository/deployment/server/synapse-configs/default/tasks/a.xml",
                "dbscripts/h2.sql"
            })
    void keepsWhatShips(String path) {
        assertThat(RuntimeState.isRuntime(path)).isFalse();
    }

    @Test
    void knowsAStartedServer() {
        assertThat(RuntimeState.started(List.of("wso2carbon.pid"))).isTrue();
        assertThat(RuntimeState.started(List.of("repository/logs/wso2carbon.log")))
                .isTrue();
        assertThat(RuntimeState.started(List.of("repository/database/X.lock.db")))
                .isTrue();
        assertThat(RuntimeState.started(List.of("repository/database/X.trace.db")))
                .isTrue();
    }

    @Test
    void knowsAFreshPack() {
        assertThat(RuntimeState.started(
                        List.of("repository/logs/README.txt", SHIPPED_DATABASE, "tmp/README", "bin/integrator.sh")))
                .isFalse();
    }

    @Test
    void listsLocalDatabases() {
        assertThat(RuntimeState.databases(List.of(
                        "repository/database/A.h2.db",
                        "repository/database/B.mv.db",
                        "repository/database/C.data.db",
                        "repository/database/A.lock.db",
                        "dbscripts/h2.sql",
                        "repository/deployment/x.mv.db")))
                .containsExactly(
                        "repository/database/A.h2.db", "repository/database/B.mv.db", "repository/database/C.data.db");
    }

    @Test
    void keepsTheDatabaseOfAFreshPack() {
        assertThat(RuntimeState.exclusions("x.zip", List.of(SHIPPED_DATABASE, "tmp/x"), false))
                .containsExactly("tmp/x");
    }

    @Test
    void refusesTheDatabaseOfAStartedServer() {
        List<String> files = List.of(SHIPPED_DATABASE, "wso2carbon.pid", "bin/integrator.sh");

        assertThatThrownBy(() -> RuntimeState.exclusions("/opt/wso2ei", files, false))
                .isInstanceOf(ClusterException.class)
                .hasMessage("distribution: '/opt/wso2ei' has been started (it holds wso2carbon.pid), and every node "
                        + "would inherit its local database repository/database/WSO2CARBON_DB.h2.db; give a freshly "
                        + "unpacked pack, or set <keepDatabase>true</keepDatabase> inside <distribution>.");
        assertThat(RuntimeState.exclusions("/opt/wso2ei", files, true)).containsExactly("wso2carbon.pid");
    }

    @Test
    void packsAStartedServerWithoutLocalDatabase() {
        assertThat(RuntimeState.exclusions("/opt/wso2ei", List.of("repository/logs/a.log", "bin/x.sh"), false))
                .containsExactly("repository/logs/a.log");
    }
}

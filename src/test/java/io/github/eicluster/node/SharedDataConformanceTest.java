package io.github.eicluster.node;

import static io.github.eicluster.node.SharedData.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.testing.StockHomes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The concerns on the files that the vendor ships. */
class SharedDataConformanceTest {

    private static final List<Concern> CONCERNS =
            List.of(new RegistryMounts(), new Datasources(), new UserStore(), new CipherAliases());

    private static final List<String> FILES =
            List.of(Layout.REGISTRY, Layout.MASTER_DATASOURCES, Layout.USER_MGT, Layout.CIPHER_TOOL);

    static List<Optional<Path>> homes() {
        List<Path> found = StockHomes.found();
        return found.isEmpty()
                ? List.of(Optional.empty())
                : found.stream().map(Optional::of).toList();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void shippedFilesGetTheSharedDatabasesAndLoseNothing(Optional<Path> home) throws IOException {
        Map<String, byte[]> shipped = new LinkedHashMap<>(configured(home).base);
        SharedData data = configured(home);
        List<String> problems = applyAll(data);
        assertThat(problems).isEmpty();

        String datasources = text(data, Layout.MASTER_DATASOURCES);
        for (String name : List.of("REGISTRY_DB", "WSO2_USER_DB")) {
            xml(datasources)
                    .valueByXPath("//datasource[name='" + name + "']//url")
                    .isEqualTo("jdbc:mysql://db:3306/" + name + "?autoReconnect=true&useSSL=true");
            xml(datasources)
                    .valueByXPath("//datasource[name='" + name + "']//password")
                    .isEqualTo("r<g&admin");
        }
        xml(datasources)
                .valueByXPath("//datasource[jndiConfig/name='jdbc/WSO2CarbonDB']//url")
                .contains("REGISTRY_LOCAL1");
        xml(datasources).nodesByXPath("//datasource").hasSize(3);

        String registry = text(data, Layout.REGISTRY);
        xml(registry).valueByXPath("/wso2registry/currentDBConfig").isEqualTo("wso2registry");
        xml(registry)
                .valueByXPath("/wso2registry/dbConfig[@name='wso2registry']/dataSource")
                .isEqualTo("jdbc/WSO2CarbonDB");
        xml(registry)
                .valueByXPath("/wso2registry/dbConfig[@name='wso2sharedregistry']/dataSource")
                .isEqualTo("jdbc/WSO2RegistryDB");
        xml(registry).nodesByXPath("/wso2registry/remoteInstance").hasSize(1);
        xml(registry)
                .valueByXPath("/wso2registry/mount[@path='/_system/governance']/@overwrite")
                .isEqualTo("true");
        xml(registry).valueByXPath("count(/wso2registry/mount)").isEqualTo("2");

        String users = text(data, Layout.USER_MGT);
        xml(users).valueByXPath("//Configuration/Property[@name='dataSource']").isEqualTo("jdbc/WSO2UMDB");
        xml(users)
                .valueByXPath("//Configuration/Property[@name='isCascadeDeleteEnabled']")
                .isEqualTo("true");
        xml(users).valueByXPath("//AdminUser/Password").isEqualTo("s3cret&<>");

        assertThat(data.base.get(Layout.CIPHER_TOOL)).isEqualTo(shipped.get(Layout.CIPHER_TOOL));
        assertThat(lost(shipped, data, Layout.REGISTRY)).isEmpty();
        assertThat(lost(shipped, data, Layout.USER_MGT)).hasSize(2);
        assertThat(lost(shipped, data, Layout.MASTER_DATASOURCES)).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("homes")
    void applyingAgainChangesNothing(Optional<Path> home) throws IOException {
        SharedData data = configured(home);
        applyAll(data);
        Map<String, byte[]> once = new LinkedHashMap<>(data.base);
        assertThat(applyAll(data)).isEmpty();
        FILES.forEach(file -> assertThat(data.base.get(file)).as(file).isEqualTo(once.get(file)));
    }

    private static SharedData configured(Optional<Path> home) throws IOException {
        Assumptions.assumeTrue(home.isPresent(), "skipped: -Dei-cluster.test.stock is not given");
        SharedData data = new SharedData();
        data.version = EiVersion.parse(home.get().getFileName().toString().substring("wso2ei-".length()));
        data.local = Optional.of(SharedData.LOCAL);
        data.admin = new Admin(
                Optional.of("admin"),
                Optional.of(new Secret("s3cret&<>", Secret.Source.SETTINGS)),
                Optional.empty(),
                Optional.empty());
        for (String file : FILES) {
            data.base.put(file, Files.readAllBytes(home.get().resolve(file)));
        }
        String custom = Layout.DATASOURCES_DIR + "custom-datasources.xml";
        data.base.put(custom, Files.readAllBytes(home.get().resolve(custom)));
        return data;
    }

    private static List<String> applyAll(SharedData data) {
        List<String> problems = new ArrayList<>();
        for (Concern concern : CONCERNS) {
            problems.addAll(data.apply(concern).problems());
            data.settle();
        }
        return problems;
    }

    /** Lines of the shipped file that the result no longer has, in order, line endings included. */
    private static List<String> lost(Map<String, byte[]> shipped, SharedData data, String file) {
        List<String> after = lines(data.base.get(file));
        List<String> lost = new ArrayList<>();
        int at = 0;
        for (String line : lines(shipped.get(file))) {
            int found = after.subList(at, after.size()).indexOf(line);
            if (found < 0) {
                lost.add(line);
            } else {
                at += found + 1;
            }
        }
        return lost;
    }

    private static List<String> lines(byte[] content) {
        return List.of(new String(content, StandardCharsets.ISO_8859_1).split("(?<=\n)"));
    }

    private static String text(SharedData data, String file) {
        return new String(data.base.get(file), StandardCharsets.UTF_8);
    }
}

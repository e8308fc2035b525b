package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.product.Layout;
import org.junit.jupiter.api.Test;

class CipherAliasesTest {

    private static final String ALIASES = """
            # comment
            Carbon.Security.KeyStore.Password=conf/carbon.xml//Server/Security/KeyStore/Password,false
            Datasources.WSO2_CARBON_DB.Configuration.Password=conf/datasources/master-datasources.xml//datasources-configuration/datasources/datasource[name='WSO2_CARBON_DB']/definition[@type='RDBMS']/configuration/password,false
            """;

    private final SharedData data = new SharedData();

    @Test
    void theShippedNameNeedsNoChange() {
        datasource(Layout.MASTER_DATASOURCES, "WSO2_CARBON_DB").file(Layout.CIPHER_TOOL, ALIASES);
        assertThat(data.apply(new CipherAliases()).files().changed()).isEmpty();
    }

    @Test
    void aRenamedDatasourceIsFoundAgain() {
        datasource(Layout.MASTER_DATASOURCES, "REGISTRY_LOCAL1").file(Layout.CIPHER_TOOL, ALIASES);
        assertThat(data.apply(new CipherAliases()).text(Layout.CIPHER_TOOL))
                .isEqualTo(ALIASES.replace("name='WSO2_CARBON_DB'", "name='REGISTRY_LOCAL1'"));
        data.settle().apply(new CipherAliases());
        assertThat(data.files().changed()).isEmpty();
    }

    @Test
    void aDatasourceInAnotherFileIsFoundThere() {
        data.file(Layout.MASTER_DATASOURCES, "<datasources-configuration/>").file(Layout.CIPHER_TOOL, ALIASES);
        datasource("conf/datasources/my-datasources.xml", "WSO2_CARBON_DB");
        assertThat(data.apply(new CipherAliases()).text(Layout.CIPHER_TOOL))
                .contains("=conf/datasources/my-datasources.xml//datasources-configuration/");
    }

    @Test
    void withoutTheFileOrTheAliasNothingIsDone() {
        datasource(Layout.MASTER_DATASOURCES, "REGISTRY_LOCAL1");
        assertThat(data.apply(new CipherAliases()).files().changed()).isEmpty();
        data.file(Layout.CIPHER_TOOL, "a=b\n");
        assertThat(data.apply(new CipherAliases()).files().changed()).isEmpty();
    }

    @Test
    void aNameThatTheToolCannotReadIsReported() {
        datasource(Layout.MASTER_DATASOURCES, "a,b").file(Layout.CIPHER_TOOL, ALIASES);
        assertThat(data.apply(new CipherAliases()).files().changed()).isEmpty();
        assertThat(data.problems()).singleElement().asString().contains("cipher tool");
    }

    private SharedData datasource(String path, String name) {
        return data.file(
                path,
                "<datasources-configuration><datasources><datasource><name>" + name
                        + "</name><jndiConfig><name>jdbc/WSO2CarbonDB</name></jndiConfig></datasource></datasources>"
                        + "</datasources-configuration>");
    }
}

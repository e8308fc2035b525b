package io.github.eicluster.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import org.junit.jupiter.api.Test;

/** Files that people have changed. */
class KeystoresByHandTest {

    private static final Keystore P12 = Swaps.store("ei-tls.p12", "PKCS12", "ei-tls", "new");

    private static final String CATALINA = """
            <Server><Service name='Catalina'>\r
              <Connector port='9443' SSLEnabled='true' keystorePass='own'\r
                  keystoreFile='./repository/../repository/resources/security/own.jks' scheme='https'/>\r
              <Connector keyAlias="second" keyPass="x" keystoreFile="/etc/second.jks" keystorePass="y" SSLEnabled="true"/>\r
              <!-- <Connector keystoreFile="no.jks" keystorePass="z"/> -->\r
              <Connector port="9763"/>\r
            </Service></Server>\r
            """;

    @Test
    void quotesOrderLineEndsAndASecondConnector() {
        MapHome home = MapHome.mini().text(Layout.CATALINA, CATALINA);
        NodeFiles files = Swaps.apply(home, Swaps.all(home, Swaps.INTERNAL, P12), new Keystores());

        assertThat(new String(files.read(Layout.CATALINA).orElseThrow(), UTF_8)).isEqualTo("""
            <Server><Service name='Catalina'>\r
              <Connector port='9443' SSLEnabled='true' keystorePass='new'\r
                  keystoreFile='repository/resources/security/ei-tls.p12' scheme='https' keystoreType="PKCS12"/>\r
              <Connector keyAlias="ei-tls" keyPass="new" keystoreFile="${carbon.home}/repository/resources/security/ei-tls.p12" keystorePass="new" SSLEnabled="true" keystoreType="PKCS12"/>\r
              <!-- <Connector keystoreFile="no.jks" keystorePass="z"/> -->\r
              <Connector port="9763"/>\r
            </Service></Server>\r
            """);
    }

    @Test
    void whatTheServerNeedsIsAdded() {
        MapHome home = MapHome.mini().text(Layout.CARBON, """
            <Server xmlns="http://wso2.org/projects/carbon/carbon.xml">
                <Security>
                    <KeyStore>
                        <Own>stays</Own>
                        <Password>old</Password>
                        <!-- where -->
                        <Location> ./repository/resources/security/own.jks </Location>
                    </KeyStore>
                </Security>
            </Server>
            """);
        NodeFiles files = Swaps.apply(home, Swaps.all(home, P12, P12), new Keystores());

        assertThat(new String(files.read(Layout.CARBON).orElseThrow(), UTF_8)).isEqualTo("""
            <Server xmlns="http://wso2.org/projects/carbon/carbon.xml">
                <Security>
                    <KeyStore>
                        <Own>stays</Own>
                        <Password>new</Password>
                        <KeyAlias>ei-tls</KeyAlias>
                        <KeyPassword>new</KeyPassword>
                        <!-- where -->
                        <Location>repository/resources/security/ei-tls.p12</Location>
                        <Type>PKCS12</Type>
                    </KeyStore>
                </Security>
            </Server>
            """);
    }

    @Test
    void anAliasOfAxis2IsChangedAndNotAdded() {
        MapHome home = MapHome.mini().text(Layout.AXIS2, """
            <axisconfig>
                <transportReceiver name="https"><parameter name="keystore"><KeyStore><Location>a.jks</Location><Type>JKS</Type><Password>p</Password><KeyPassword>p</KeyPassword><KeyAlias>old</KeyAlias></KeyStore></parameter></transportReceiver>
                <transportReceiver name="other"><parameter name="keystore"><KeyStore><Location>a.jks</Location><Type>JKS</Type><Password>p</Password></KeyStore></parameter></transportReceiver>
            </axisconfig>
            """);
        NodeFiles files = Swaps.apply(home, Swaps.all(home), new Keystores());
        Dom axis2 = Dom.of(files.read(Layout.AXIS2).orElseThrow());

        assertThat(axis2.texts("//KeyAlias")).containsExactly("ei-tls");
        assertThat(axis2.texts("//KeyPassword"))
                .containsExactly(
                        Swaps.TLS.password().reveal(), Swaps.TLS.password().reveal());
    }

    @Test
    void aValueReplacesTheVault() {
        MapHome home = MapHome.mini().text(Layout.CARBON, """
            <Server xmlns:svns="urn:v"><Security><KeyStore><Location>a.jks</Location><Type>JKS</Type><Password svns:secretAlias="Carbon.Security.KeyStore.Password">password</Password><KeyAlias>a</KeyAlias><KeyPassword encrypted="true">x</KeyPassword></KeyStore></Security></Server>
            """).text(Layout.CATALINA, """
            <Server xmlns:svns="urn:v"><Service><Connector SSLEnabled="true" svns:secretAlias="Server.Service.Connector.keystorePass" keystoreFile="a.jks" keystorePass="password"/></Service></Server>
            """);
        NodeFiles files = Swaps.apply(home, Swaps.all(home), new Keystores());

        assertThat(files.problems().stream().map(Problem::text)).hasSize(3).allMatch(text -> text.contains("line 1"));
        assertThat(new String(files.read(Layout.CARBON).orElseThrow(), UTF_8))
                .doesNotContain("secretAlias", "encrypted");
        assertThat(new String(files.read(Layout.CATALINA).orElseThrow(), UTF_8)).doesNotContain("secretAlias");
    }
}

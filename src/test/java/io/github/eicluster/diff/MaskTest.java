package io.github.eicluster.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    private final Mask structure = new Mask(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Password>hush</Password> | <Password>***</Password>",
                "<KeyPassword>hush</KeyPassword> | <KeyPassword>***</KeyPassword>",
                "<c:password>hush</c:password> | <c:password>***</c:password>",
                "<secretKey>hush</secretKey> | <secretKey>***</secretKey>",
                "<accessKey>hush</accessKey> | <accessKey>***</accessKey>",
                "<password><![CDATA[hu<sh]]></password> | <password>***</password>",
                "<password svns:secretAlias=\"DB.Pass\">hush</password> | <password svns:secretAlias=\"DB.Pass\">***</password>",
                "<parameter name=\"groupPassword\">hush</parameter> | <parameter name=\"groupPassword\">***</parameter>",
                "<Property name='ConnectionPassword'>hush</Property> | <Property name='ConnectionPassword'>***</Property>",
                "<property name=\"password\" value=\"hush\"/> | <property name=\"password\" value=\"***\"/>",
                "<Connector port=\"9443\" keystorePass=\"hush\"/> | <Connector port=\"9443\" keystorePass=\"***\"/>",
                "<Certificate certificateKeystorePassword='hush'/> | <Certificate certificateKeystorePassword='***'/>",
                "<!--remoteInstance><password>hush</password--> | <!--remoteInstance><password>***</password-->",
                "<url>jdbc:mysql://h/d?user=u&amp;password=hush&amp;x=1</url> | <url>jdbc:mysql://h/d?user=u&amp;password=***&amp;x=1</url>",
                "<url>jdbc:sqlserver://h;databaseName=D;password=hush;a=b</url> | <url>jdbc:sqlserver://h;databaseName=D;password=***;a=b</url>",
                "<url>jdbc:oracle:thin:scott/hush@h:1521/s</url> | <url>jdbc:oracle:thin:scott/***@h:1521/s</url>",
                "<url>amqp://admin:hush@client/carbon</url> | <url>amqp://admin:***@client/carbon</url>",
                "<username>hush</username> | <username>hush</username>",
                "<Password/><Name>hush</Name> | <Password/><Name>hush</Name>",
                "<a svns:secretAlias=\"Some.Password\">x</a> | <a svns:secretAlias=\"Some.Password\">x</a>"
            })
    void structureOfXmlTellsWhatIsSecret(String text, String masked) {
        assertThat(structure.apply("conf/a.xml", text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.password=hush | db.password=***",
                "db.Password : hush hush | db.Password : ***",
                "#keystore.password=hush | #keystore.password=***",
                "secretKey=hush | secretKey=***",
                "Server.Service.Connector.keystorePass=[hush] | Server.Service.Connector.keystorePass=***",
                "keyPass : hush | keyPass : ***",
                "bypass=hush | bypass=hush",
                "connectionfactory.Q=amqp://admin:hush@id/carbon | connectionfactory.Q=amqp://admin:***@id/carbon",
                "user=hush | user=hush",
                "A.Password=conf/carbon.xml//Server/Password,false | A.Password=conf/carbon.xml//Server/Password,false"
            })
    void keysOfPropertiesTellWhatIsSecret(String text, String masked) {
        assertThat(structure.apply("conf/a.properties", text)).isEqualTo(masked);
    }

    @Test
    void theNumberOfLinesStays() {
        assertThat(structure.apply("a.xml", "<password>\r\n  hush\r\n</password>\n"))
                .isEqualTo("<password>\r\n  ***\r\n</password>\n");
        assertThat(structure.apply("a.properties", "password=one\\\n  two\nx=1\n"))
                .isEqualTo("password=***\n  ***\nx=1\n");
    }

    @Test
    void knownValuesAreHiddenInEveryEscapedForm() {
        Mask mask = new Mask(List.of("a&b<c>\"d'=e:f"));
        assertThat(mask.apply("a.xml", "<x>a&amp;b&lt;c>\"d'=e:f</x><y z=\"a&amp;b&lt;c&gt;&quot;d'=e:f\"/>"))
                .isEqualTo("<x>***</x><y z=\"***\"/>");
        assertThat(mask.apply("a.properties", "k=a&b<c>\"d'\\=e\\:f")).isEqualTo("k=***");
    }

    @Test
    void longValuesAreNoProblem() {
        String value = "x\\\\y ".repeat(100_000);
        assertThat(structure.apply("a.properties", "password=" + value + "\n")).isEqualTo("password=*** \n");
        assertThat(structure.apply("a.xml", "<password>" + value + "</password>"))
                .isEqualTo("<password>*** </password>");
    }

    @Test
    void shortKnownValuesDoNotHideOrdinaryWords() {
        assertThat(new Mask(List.of("abc")).apply("a.xml", "<x>abc</x>")).isEqualTo("<x>abc</x>");
    }

    @Test
    void aLongerSecretIsHiddenBeforeOneThatItContains() {
        assertThat(new Mask(List.of("pass", "password1")).apply("a.txt", "x password1 y"))
                .isEqualTo("x *** y");
    }
}

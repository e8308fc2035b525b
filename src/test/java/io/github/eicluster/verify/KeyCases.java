package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.AXIS2;
import static io.github.eicluster.verify.Cases.CARBON;
import static io.github.eicluster.verify.Cases.CATALINA;
import static io.github.eicluster.verify.Cases.MASTER;
import static io.github.eicluster.verify.Cases.USERS;
import static io.github.eicluster.verify.Cases.field;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.testing.Miniatures;
import java.util.Base64;
import java.util.function.Consumer;

/** Cases of the rules EIC401 to EIC422. */
final class KeyCases {

    private static final String SECURITY = "repository/resources/security/";
    private static final String TRUST = SECURITY + "client-truststore.jks";
    private static final String SECRET_CONF = "conf/security/secret-conf.properties";
    private static final String CIPHER_TEXT = "conf/security/cipher-text.properties";
    private static final String CIPHER_TOOL = "conf/security/cipher-tool.properties";
    private static final String KEY_STORE =
            "/axisconfig/transportReceiver[@name='https']/parameter[@name='keystore']/KeyStore";
    private static final String INTERNAL = "/Server/Security/InternalKeyStore";
    private static final String SECOND = "node2 " + AXIS2;
    private static final String DATABASE = "Datasources.REGISTRY.Password";

    private KeyCases() {}

    private static Sample axis2(Consumer<XmlEditor> change) {
        return Sample.guide().xml("node2", AXIS2, change);
    }

    /** The shipped store in one place: a password that opens it. */
    private static Sample shippedKey() {
        return axis2(f -> f.setText(KEY_STORE + "/Location", SECURITY + "wso2carbon.jks")
                .setText(KEY_STORE + "/Password", "wso2carbon")
                .setText(KEY_STORE + "/KeyPassword", "wso2carbon"));
    }

    /** A vault with an alias for one database password, encrypted with nothing in particular. */
    static Sample vault(String text) {
        return Sample.guide()
                .property(SECRET_CONF, "carbon.secretProvider", "org.example.P")
                .property(SECRET_CONF, "secretRepositories", "file")
                .property(SECRET_CONF, "keystore.identity.location", SECURITY + "ei-internal.jks")
                .property(SECRET_CONF, "keystore.identity.alias", "ei-internal")
                .property(CIPHER_TEXT, DATABASE, text)
                .xml(
                        MASTER,
                        f -> f.setText(field("jdbc/WSO2RegistryDB", "password"), "password")
                                .setAttribute(field("jdbc/WSO2RegistryDB", "password"), "svns:secretAlias", DATABASE));
    }

    private static String sized(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    static void add(Cases cases) {
        keys(cases);
        trust(cases);
        vault(cases);
        aliases(cases);
    }

    private static void keys(Cases cases) {
        cases.add(
                "EIC401",
                () -> Sample.guide()
                        .declared()
                        .put("node2", SECURITY + "other.jks", "x")
                        .xml(
                                "node2",
                                AXIS2,
                                f -> f.setText(KEY_STORE + "/Location", SECURITY + "wso2carbon.jks")
                                        .setText(KEY_STORE + "/Password", "wso2carbon")
                                        .setText(KEY_STORE + "/KeyPassword", "wso2carbon")),
                SECOND,
                "wso2carbon.jks");
        cases.add("EIC402", () -> Sample.guide().at("2060-01-01T00:00:00Z"), "node1 " + AXIS2, "ei-tls.jks");
        cases.add("EIC403", () -> Sample.guide().remove("node2", SECURITY + "ei-tls.jks"), SECOND, "ei-tls.jks");
        cases.add("EIC403", () -> axis2(f -> f.setText(KEY_STORE + "/Password", "wrong")), SECOND, "<Password>");
        cases.add("EIC403", () -> axis2(f -> f.setText(KEY_STORE + "/KeyPassword", "wrong")), SECOND, "<KeyPassword>");
        cases.add("EIC403", () -> axis2(f -> f.setText(KEY_STORE + "/Type", "PKCS12")), SECOND, "ei-tls.jks");
        cases.add(
                "EIC403",
                () -> Sample.guide().xml("node2", CARBON, f -> f.setText(INTERNAL + "/KeyAlias", "nobody")),
                "node2 " + CARBON,
                "nobody");
        cases.add("EIC404", KeyCases::shippedKey, SECOND, "wso2carbon.jks");
        cases.add(
                "EIC405",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                CARBON,
                                f -> f.setText(INTERNAL + "/Location", "${carbon.home}/" + SECURITY + "wso2carbon.jks")
                                        .setText(INTERNAL + "/Password", "wso2carbon")
                                        .setText(INTERNAL + "/KeyPassword", "wso2carbon")
                                        .setText(INTERNAL + "/KeyAlias", "wso2carbon")),
                "node2 " + CARBON,
                "wso2carbon.jks");
        cases.add(
                "EIC409",
                () -> Sample.guide().xml("node2", CARBON, f -> f.setText("/Server/HostName", "other.example.com")),
                SECOND,
                "ei-tls.jks");
    }

    private static void trust(Cases cases) {
        byte[] shipped = Sample.single(Miniatures.home("6.6.0")).content("node1", TRUST);
        String where = "node2 " + CARBON;
        cases.add("EIC406", () -> Sample.guide().put("node2", TRUST, shipped), where, "<TrustStore>");
        cases.add("EIC407", () -> Sample.guide().put("node2", TRUST, shipped), where, "<TrustStore>");
        cases.add("EIC408", () -> Sample.guide().put("node2", TRUST, shipped), where, "<TrustStore>");
        cases.add(
                "EIC410",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                USERS,
                                f -> f.setText("/UserManager/Realm/Configuration/AdminUser/Password", "admin")),
                "node2 " + USERS,
                "<Password>",
                KeyCases::ownPasswords);
    }

    /** The passwords that the plugin leaves as they ship, changed. */
    static Sample ownPasswords() {
        return Sample.of(
                        Miniatures.home("6.6.0"),
                        Sample.GUIDE.replace(
                                "<loadBalancer>",
                                "<certificates><truststore><serverId>ei-truststore</serverId></truststore></certificates><loadBalancer>"))
                .xml("conf/etc/tasks-config.xml", f -> f.setText("/tasks-configuration/remoteServerPassword", "own"))
                .xml(CARBON, f -> f.setText("/Server/Analytics/Password", "own"))
                .text("conf/jndi.properties", text -> text.replace("admin:admin@", "mq:own@"));
    }

    private static void vault(Cases cases) {
        cases.add(
                "EIC411",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                MASTER,
                                f -> f.setAttribute(
                                        field("jdbc/WSO2RegistryDB", "password"), "svns:secretAlias", DATABASE)),
                "node2 " + MASTER,
                "secretAlias",
                () -> vault(sized(384)));
        cases.add("EIC412", () -> vault("[plain]"), "node1 " + CIPHER_TEXT, "plain", () -> vault(sized(384)));
        cases.add("EIC413", () -> vault(sized(256)), "node1 " + CIPHER_TEXT, DATABASE);
        cases.add("EIC413", () -> vault(sized(384)), "node1 " + CIPHER_TEXT, DATABASE);
        cases.add(
                "EIC417",
                () -> vault(sized(384))
                        .property("node2", SECRET_CONF, "keystore.identity.location", "/home/build/x.jks"),
                "node2 " + SECRET_CONF,
                "/home/build",
                () -> vault(sized(384)));
        cases.add(
                "EIC419",
                () -> vault(sized(384)),
                "node1 " + SECRET_CONF,
                "",
                () -> vault(sized(384)).put("password-tmp", "x"));
        cases.add(
                "EIC421",
                () -> Sample.guide().property("node2", CIPHER_TEXT, "X", "[a]b]"),
                "node2 " + CIPHER_TEXT,
                "X");
        cases.add(
                "EIC422",
                () -> vault(sized(384))
                        .xml(
                                "node2",
                                MASTER,
                                f -> f.removeAttribute(field("jdbc/WSO2RegistryDB", "password"), "svns:secretAlias")),
                "node2",
                "",
                () -> vault(sized(384)));
    }

    private static void aliases(Cases cases) {
        String svns = "http://org.wso2.securevault/configuration";
        cases.add(
                "EIC414",
                () -> Sample.guide("6.4.0")
                        .xml(
                                "node2",
                                CARBON,
                                f -> f.setAttribute("/Server", "xmlns:svns", svns)
                                        .setAttribute(
                                                "/Server/Security/KeyStore/Password", "svns:secretAlias", "my.alias")),
                "node2 " + CARBON,
                "my.alias",
                () -> Sample.guide("6.4.0")
                        .xml(
                                "node2",
                                CARBON,
                                f -> f.setAttribute("/Server", "xmlns:svns", svns)
                                        .setAttribute(
                                                "/Server/Security/KeyStore/Password",
                                                "svns:secretAlias",
                                                "Carbon.Security.KeyStore.Password")));
        cases.add(
                "EIC415",
                () -> Sample.guide().property("node2", CIPHER_TOOL, "X", "conf/carbon.xml//Server/Nothing,false"),
                "node2 " + CIPHER_TOOL,
                "Nothing");
        cases.add(
                "EIC415",
                () -> Sample.guide()
                        .property(
                                "node2", CIPHER_TOOL, "X", CATALINA + "//Server/Service/Connector[@keystorePass],true"),
                "node2 " + CIPHER_TOOL,
                "keystorePass");
        cases.add("EIC416", () -> vault(sized(384)), "node1 " + CARBON, "Password");
        cases.add(
                "EIC418",
                () -> Sample.guide().packed().put("node2", "password-tmp", "x"),
                "node2 password-tmp",
                "",
                () -> Sample.guide().put("node2", "password-tmp", "x").mode("node2", "password-tmp", 0600));
        cases.add(
                "EIC420",
                () -> Sample.guide()
                        .text(
                                "node2",
                                CARBON,
                                t -> t.replaceFirst("<HostName>ei", "<HostName svns:secretAlias=\"x\">ei")),
                "node2 " + CARBON,
                "svns:secretAlias");
    }
}

package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.MASTER;
import static io.github.eicluster.verify.Cases.REGISTRY;
import static io.github.eicluster.verify.Cases.USERS;
import static io.github.eicluster.verify.Cases.datasource;
import static io.github.eicluster.verify.Cases.field;

/** Cases of the rules EIC101 to EIC125 and EIC201 to EIC215. */
final class RegistryCases {

    private static final String SECOND = "node2 " + REGISTRY;
    private static final String DATA = "node2 " + MASTER;
    private static final String INSTANCE = "/wso2registry/remoteInstance";
    private static final String CONFIG = "/wso2registry/mount[@path='/_system/config']";
    private static final String CONFIGURATION = "/UserManager/Realm/Configuration";
    private static final String SHARED = "jdbc/WSO2RegistryDB";
    private static final String LOCAL = "jdbc/WSO2CarbonDB";
    private static final String CIPHER_TOOL = "conf/security/cipher-tool.properties";

    private RegistryCases() {}

    private static Sample registry(java.util.function.Consumer<io.github.eicluster.edit.XmlEditor> change) {
        return Sample.guide().xml("node2", REGISTRY, change);
    }

    private static Sample users(java.util.function.Consumer<io.github.eicluster.edit.XmlEditor> change) {
        return Sample.guide().xml("node2", USERS, change);
    }

    private static Sample data(java.util.function.Consumer<io.github.eicluster.edit.XmlEditor> change) {
        return Sample.guide().xml("node2", MASTER, change);
    }

    static void add(Cases cases) {
        registry(cases);
        mounts(cases);
        users(cases);
        files(cases);
        datasources(cases);
    }

    private static void registry(Cases cases) {
        cases.add(
                "EIC101",
                () -> registry(f -> f.setText("/wso2registry/currentDBConfig", "other")),
                SECOND,
                "currentDBConfig");
        cases.add("EIC101", () -> registry(f -> f.remove("/wso2registry/currentDBConfig")), SECOND, "<wso2registry>");
        cases.add(
                "EIC102",
                () -> registry(
                        f -> f.setText("/wso2registry/dbConfig[@name='sharedregistry']/dataSource", "jdbc/Nowhere")),
                SECOND,
                "jdbc/Nowhere");
        cases.add(
                "EIC102",
                () -> Sample.guide()
                        .xml(
                                "node2",
                                "conf/identity/identity.xml",
                                f -> f.setText("/Server/JDBCPersistenceManager/DataSource/Name", "jdbc/X")),
                "node2 conf/identity/identity.xml",
                "jdbc/X");
        cases.add(
                "EIC103",
                () -> registry(
                        f -> f.setText("/wso2registry/dbConfig[@name='sharedregistry']/dataSource", SHARED + "\n")),
                SECOND,
                "dataSource");
        cases.add("EIC104", () -> registry(f -> f.setText(CONFIG + "/instanceId", "instanceId")), SECOND, "instanceId");
        cases.add("EIC104", () -> registry(f -> f.setText(INSTANCE + "/dbConfig", "nothing")), SECOND, "nothing");
        cases.add(
                "EIC105",
                () -> registry(
                        f -> f.insertAfter(
                                CONFIG,
                                "<mount path=\"/_system/config\" overwrite=\"true\"><instanceId>instanceid</instanceId></mount>")),
                SECOND,
                "/_system/config");
        cases.add("EIC109", () -> registry(f -> f.setText(INSTANCE + "/enableCache", "false")), SECOND, "enableCache");
        cases.add(
                "EIC114",
                () -> registry(f -> f.setAttribute(CONFIG, "path", "/_system/local")),
                SECOND,
                "/_system/local");
        cases.add(
                "EIC117",
                () -> registry(f -> f.appendChild(INSTANCE, "<username>admin</username>")),
                SECOND,
                "<username>");
        cases.add(
                "EIC118",
                () -> registry(f -> f.setAttribute(INSTANCE, "url", "https://localhost:9999/registry")),
                SECOND,
                "9999");
        cases.add(
                "EIC125", () -> registry(f -> f.remove("/wso2registry/staticConfiguration")), SECOND, "<wso2registry>");
    }

    private static void mounts(Cases cases) {
        cases.add("EIC106", () -> registry(f -> f.remove(CONFIG)), SECOND, "<wso2registry>");
        cases.add("EIC106", () -> registry(f -> f.setText(CONFIG + "/targetPath", "/_system/other")), SECOND, "<mount");
        cases.add("EIC107", () -> data(f -> f.setText(field(SHARED, "username"), "other")), DATA, "other");
        cases.add(
                "EIC107",
                () -> data(f -> f.setText(
                        field(SHARED, "url"), f.text(field(SHARED, "url")).orElseThrow() + "&connectTimeout=1")),
                DATA,
                "connectTimeout");
        cases.add(
                "EIC108",
                () -> registry(f -> f.setText(INSTANCE + "/cacheId", "root@jdbc:mysql://old/REG")),
                SECOND,
                "cacheId");
        cases.add(
                "EIC110",
                () -> Sample.guide()
                        .xml(MASTER, f -> f.setText(field(LOCAL, "url"), "jdbc:mysql://db:3306/LOCAL?useSSL=true")),
                DATA,
                "LOCAL",
                () -> Sample.guide()
                        .xml(
                                "node1",
                                MASTER,
                                f -> f.setText(field(LOCAL, "url"), "jdbc:oracle:thin:@db:1521/x")
                                        .setText(field(LOCAL, "username"), "one"))
                        .xml(
                                "node2",
                                MASTER,
                                f -> f.setText(field(LOCAL, "url"), "jdbc:oracle:thin:@db:1521/x")
                                        .setText(field(LOCAL, "username"), "two")));
        cases.add(
                "EIC111",
                () -> registry(f -> f.setText("/wso2registry/dbConfig[@name='sharedregistry']/dataSource", LOCAL)),
                SECOND,
                "<dbConfig>");
        cases.add(
                "EIC112",
                () -> Sample.guide()
                        .xml(MASTER, f -> f.setText(field(SHARED, "url"), "jdbc:h2:./repository/database/R")),
                "node1 " + MASTER,
                "jdbc:h2:./repository/database/R",
                () -> Sample.oneMachine("6.6.0"));
        cases.add(
                "EIC112",
                () -> Sample.oneMachine("6.6.0").text(MASTER, text -> text.replace(";AUTO_SERVER=TRUE", "")),
                "node1 " + MASTER,
                "jdbc:h2:",
                () -> Sample.oneMachine("6.4.0"));
        cases.add("EIC115", () -> registry(f -> f.removeAttribute(CONFIG, "overwrite")), SECOND, "<mount");
        cases.add(
                "EIC116",
                () -> Sample.guide().put("node2", "repository/logs/wso2carbon.log", "started"),
                SECOND,
                "<mount");
        cases.add("EIC119", () -> registry(f -> f.setText(INSTANCE + "/readOnly", "true")), SECOND, "readOnly");
    }

    private static void users(Cases cases) {
        String where = "node2 " + USERS;
        cases.add(
                "EIC113",
                () -> users(f -> f.setText(CONFIGURATION + "/Property[@name='dataSource']", LOCAL)),
                where,
                LOCAL);
        cases.add(
                "EIC113",
                () -> data(f -> f.setText(field("jdbc/WSO2UMDB", "url"), "jdbc:mysql://db2:3306/U?useSSL=true")),
                where,
                "dataSource");
        cases.add("EIC121", () -> users(f -> f.remove(CONFIGURATION + "/AddAdmin")), where, "<Configuration>");
        cases.add("EIC122", () -> users(f -> f.setText(CONFIGURATION + "/AdminRole", "ops")), where, "ops");
        cases.add(
                "EIC122",
                () -> users(f ->
                        f.setText("/UserManager/Realm/UserStoreManager/Property[@name='PasswordDigest']", "SHA-512")),
                where,
                "UserStoreManager");
        cases.add(
                "EIC123", () -> users(f -> f.setText(CONFIGURATION + "/AdminUser/Password", "abc")), where, "Password");
        cases.add(
                "EIC124",
                () -> users(f -> f.remove(CONFIGURATION + "/Property[@name='isCascadeDeleteEnabled']")),
                where,
                "<Configuration>");
    }

    private static void files(Cases cases) {
        cases.add(
                "EIC201",
                () -> Sample.guide().text("node2", MASTER, text -> text.replaceFirst("&amp;", "&")),
                DATA,
                "<url>jdbc:mysql");
        cases.add("EIC201", () -> Sample.guide().remove("node2", REGISTRY), SECOND, "");
        cases.add(
                "EIC202",
                () -> Sample.guide()
                        .text(
                                "node2",
                                "conf/datasources/custom-datasources.xml",
                                text -> text.replace(
                                        "<!-- None yet. -->",
                                        "<datasources><datasource><name>X</name><jndiConfig><name>" + SHARED
                                                + "</name></jndiConfig></datasource></datasources>")),
                "node2 conf/datasources/custom-datasources.xml",
                "<datasource>");
        cases.add(
                "EIC212",
                () -> data(f -> f.setText(datasource(LOCAL) + "/name", "REGISTRY_LOCAL2")),
                "node2 " + CIPHER_TOOL,
                "WSO2_CARBON_DB");
        cases.add("EIC214", () -> data(f -> f.setText(datasource(LOCAL) + "/jndiConfig/name", "jdbc/Local")), DATA, "");
        cases.add(
                "EIC215",
                () -> data(f -> f.setText(field("jdbc/WSO2UMDB", "url"), "jdbc:mysql://db2:3306/U?useSSL=true")),
                DATA,
                "db2");
    }

    private static void datasources(Cases cases) {
        cases.add(
                "EIC203",
                () -> data(f -> f.setText(field(SHARED, "driverClassName"), "org.postgresql.Driver")),
                DATA,
                "org.postgresql");
        cases.add(
                "EIC203",
                () -> Sample.guide().remove("node2", "lib/mysql-connector-j-8.4.0.jar"),
                DATA,
                "driverClassName");
        cases.add(
                "EIC203",
                () -> Sample.guide().put("node2", "lib/mysql-connector-j-8.3.0.jar", "PK"),
                DATA,
                "driverClassName");
        cases.add(
                "EIC204",
                () -> data(f -> f.setText(field(SHARED, "driverClassName"), "com.mysql.jdbc.Driver")),
                DATA,
                "com.mysql.jdbc");
        cases.add(
                "EIC204",
                () -> Sample.guide()
                        .remove("node2", "lib/mysql-connector-j-8.4.0.jar")
                        .put("node2", "lib/mysql-connector-java-5.1.49.jar", "PK"),
                DATA,
                "com.mysql.cj");
        cases.add(
                "EIC205",
                () -> data(f -> f.setText(field(SHARED, "url"), "jdbc:oracle:thin:@db:1521/x")),
                DATA,
                "validationQuery");
        cases.add("EIC206", () -> data(f -> f.remove(field(SHARED, "validationQuery"))), DATA, "testOnBorrow");
        cases.add(
                "EIC207",
                () -> data(f -> f.setText(field(SHARED, "url"), "jdbc:mysql://db:3306/R?useSSL=false")),
                DATA,
                "useSSL=false");
        cases.add("EIC207", () -> data(f -> f.setText(field(SHARED, "url"), "jdbc:mysql://db:3306/R")), DATA, "3306/R");
        cases.add("EIC209", () -> data(f -> f.setText(field(SHARED, "username"), "root")), DATA, "root");
        cases.add("EIC209", () -> data(f -> f.setText(field(SHARED, "password"), "regadmin")), DATA, "username");
        cases.add(
                "EIC210",
                () -> data(f -> f.setText(field(SHARED, "url"), "jdbc:mysql://localhost:3306/R?useSSL=true")),
                DATA,
                "localhost");
        cases.add(
                "EIC211", () -> data(f -> f.setText(field(SHARED, "defaultAutoCommit"), "true")), DATA, "<datasource>");
    }
}

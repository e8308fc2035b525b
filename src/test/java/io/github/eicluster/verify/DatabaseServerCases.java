package io.github.eicluster.verify;

import io.github.eicluster.testing.Miniatures;

/** Cases of the rules that compare the nodes with what the POM says of the database server: EIC208 and EIC213. */
final class DatabaseServerCases {

    private static final String SCRIPT = "bin/integrator.sh";

    private DatabaseServerCases() {}

    static void add(Cases cases) {
        cases.add(
                "EIC208",
                () -> declared("6.6.0", "<maxConnections>150</maxConnections>"),
                "node1 " + Cases.MASTER,
                "maxActive",
                () -> declared("6.6.0", "<maxConnections>1000</maxConnections>"));
        cases.add(
                "EIC208",
                () -> declared("6.6.0", "<maxConnections>700</maxConnections>")
                        .xml(Cases.MASTER, f -> f.remove(Cases.field("jdbc/WSO2RegistryDB", "maxActive")))
                        .xml(Cases.MASTER, f -> f.setText(Cases.field("jdbc/WSO2UMDB", "maxActive"), "251")),
                "node1 " + Cases.MASTER,
                "",
                () -> declared("6.6.0", "<maxConnections>702</maxConnections>")
                        .xml(Cases.MASTER, f -> f.remove(Cases.field("jdbc/WSO2RegistryDB", "maxActive")))
                        .xml(Cases.MASTER, f -> f.setText(Cases.field("jdbc/WSO2UMDB", "maxActive"), "251")));
        cases.add(
                "EIC213",
                () -> declared("6.4.0", "<version>8.0</version><script>mysql.sql</script>"),
                "",
                "",
                () -> declared("6.6.0", "<version>8.0</version><script>mysql.sql</script>"));
        cases.add(
                "EIC213",
                () -> setup(declared("6.4.0", "<version>5.7</version>")),
                "node2 " + SCRIPT,
                "-Dsetup",
                () -> setup(declared("6.4.0", "<version>5.6</version>")));
    }

    private static Sample setup(Sample sample) {
        return sample.text("node2", SCRIPT, text -> text + "\nexec java -Dsetup org.wso2.carbon.bootstrap.Bootstrap\n");
    }

    private static Sample declared(String version, String more) {
        return Sample.of(Miniatures.home(version), Sample.GUIDE.replace("</database>", more + "</database>"))
                .declared();
    }
}

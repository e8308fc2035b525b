package io.github.eicluster.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Cases of rules: one change of a good cluster, and what has to be said of it. */
final class Cases {

    static final String AXIS2 = "conf/axis2/axis2.xml";
    static final String CARBON = "conf/carbon.xml";
    static final String REGISTRY = "conf/registry.xml";
    static final String USERS = "conf/user-mgt.xml";
    static final String MASTER = "conf/datasources/master-datasources.xml";
    static final String CATALINA = "conf/tomcat/catalina-server.xml";
    static final String HTTPS_CONF = "conf.d/ei.https.conf";
    static final String CONSOLE_CONF = "conf.d/ui.ei.https.conf";
    static final String CLUSTERING = "/axisconfig/clustering";

    private final List<Case> cases = new ArrayList<>();

    /**
     * One case.
     *
     * @param rule id
     * @param bad the changed cluster
     * @param where node and file of the finding, such as {@code node2 conf/axis2/axis2.xml}
     * @param line what the line of the finding holds; empty for a finding without a line
     * @param good a cluster without a finding of the rule
     */
    record Case(String rule, Supplier<Sample> bad, String where, String line, Supplier<Sample> good) {

        @Override
        public String toString() {
            return rule + " at " + where + (line.isEmpty() ? "" : " (" + line + ")");
        }
    }

    static List<Case> all() {
        Cases cases = new Cases();
        ClusterCases.add(cases);
        RegistryCases.add(cases);
        HostCases.add(cases);
        KeyCases.add(cases);
        return cases.cases;
    }

    void add(String rule, Supplier<Sample> bad, String where, String line) {
        add(rule, bad, where, line, Sample::guide);
    }

    void add(String rule, Supplier<Sample> bad, String where, String line, Supplier<Sample> good) {
        cases.add(new Case(rule, bad, where, line, good));
    }

    static String parameter(String name) {
        return CLUSTERING + "/parameter[@name='" + name + "']";
    }

    static String datasource(String jndi) {
        return "/datasources-configuration/datasources/datasource[jndiConfig/name='" + jndi + "']";
    }

    static String field(String jndi, String name) {
        return datasource(jndi) + "/definition/configuration/" + name;
    }
}

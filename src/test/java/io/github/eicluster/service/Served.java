package io.github.eicluster.service;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;

/** Clusters that systemd runs. */
final class Served {

    /** Two nodes on Linux and one on Windows; the JVM of the second differs. */
    static final String MIXED = """
            <cluster>
              <hostName>ei.wso2.com</hostName>
              <nodes>
                <node><id>node1</id><host>192.168.57.11</host></node>
                <node>
                  <id>node2</id><host>192.168.57.12</host>
                  <jvm>
                    <heap><initial>1g</initial><maximum>6g</maximum></heap>
                    <options><option>-XX:+UseG1GC</option><option>-Xloggc:repository/logs/gc-%t.log</option></options>
                  </jvm>
                </node>
                <node>
                  <id>node3</id><host>192.168.57.13</host><os>windows</os>
                  <jvm><javaHome>C:\\Java\\jdk8</javaHome></jvm>
                </node>
              </nodes>
              <database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>
              <jvm><heap>2g</heap><javaHome>/usr/lib/jvm/java-8-openjdk</javaHome></jvm>
              <service/>
              <deploymentSync/>
            </cluster>
            """;

    private Served() {}

    static Cluster cluster(Pom pom) {
        return pom.read().cluster();
    }

    static ServiceFiles files(Pom pom) {
        return new ServiceWriter(new Templates()).write(new ServiceData(cluster(pom), "6.6.0", "wso2ei-6.6.0"));
    }
}

package io.github.eicluster.product;

/** Where the files of the integrator profile are, relative to the home; the same in EI 6.0 to 6.6. */
public final class Layout {

    /** Clustering, transports. */
    public static final String AXIS2 = "conf/axis2/axis2.xml";

    /** Host names, port offset, key stores. */
    public static final String CARBON = "conf/carbon.xml";

    /** Registry mounts. */
    public static final String REGISTRY = "conf/registry.xml";

    /** User store and administrator. */
    public static final String USER_MGT = "conf/user-mgt.xml";

    /** Folder of all datasource files. */
    public static final String DATASOURCES_DIR = "conf/datasources/";

    /** Datasources that the server reads first. */
    public static final String MASTER_DATASOURCES = DATASOURCES_DIR + "master-datasources.xml";

    /** Tomcat connectors. */
    public static final String CATALINA = "conf/tomcat/catalina-server.xml";

    /** Optional Hazelcast properties, read over the server's own four. */
    public static final String HAZELCAST_PROPERTIES = "conf/hazelcast.properties";

    /** If this file exists, the server ignores the clustering section of axis2.xml. */
    public static final String HAZELCAST_XML = "conf/etc/hazelcast.xml";

    /** Places that the vendor's cipher tool encrypts. */
    public static final String CIPHER_TOOL = "conf/security/cipher-tool.properties";

    /** Name and version of the product. */
    public static final String VERSION_TXT = "bin/version.txt";

    private Layout() {}
}

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

    /** Transports and clustering with the older NHTTP transport: a template, which the server does not read. */
    public static final String AXIS2_NHTTP = "conf/axis2/axis2_nhttp.xml";

    /** Transports and clustering with the PassThrough transport: a template, which the server does not read. */
    public static final String AXIS2_PT = "conf/axis2/axis2_pt.xml";

    /** Identity settings, among them the key store of the Thrift entitlement service. */
    public static final String IDENTITY = "conf/identity/identity.xml";

    /** Key store of the vendor's cipher tool where it runs without Carbon. */
    public static final String CIPHER_STANDALONE = "conf/cipher-standalone-config.properties";

    /** Values of the secure vault; a value in brackets is not encrypted yet. */
    public static final String CIPHER_TEXT = "conf/security/cipher-text.properties";

    /** Places that the vendor's cipher tool encrypts. */
    public static final String CIPHER_TOOL = "conf/security/cipher-tool.properties";

    /** Scheduled tasks, among them the account for a remote task server. */
    public static final String TASKS = "conf/etc/tasks-config.xml";

    /** Name and version of the product. */
    public static final String VERSION_TXT = "bin/version.txt";

    /** Plain jars, such as JDBC drivers; the server makes a bundle of each when it starts. */
    public static final String LIB = "lib";

    /** OSGi bundles. */
    public static final String DROPINS = "dropins";

    /** Plain jars that extend the system bundle. */
    public static final String EXTENSIONS = "extensions";

    /** Folder that deployment artifacts are in, one folder below it for each kind. */
    public static final String DEPLOYMENT = "repository/deployment/server";

    /** Carbon application archives. */
    public static final String CARBON_APPS = DEPLOYMENT + "/carbonapps";

    private Layout() {}
}

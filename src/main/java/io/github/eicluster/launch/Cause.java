package io.github.eicluster.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a node does not come up, with what its log says then and the rules of {@code verify} that look for the reason in its
 * files. Where a log fits several, the first one counts: later ones are what follows from it. Wordings: WSO2 carbon kernel
 * (agent, secure vault, datasources), the JDK, Tomcat, drivers of the supported databases, integrator.sh.
 */
public enum Cause {
    /** The JDK is not one that EI supports. */
    JDK(
            "the JDK does not suit this EI",
            "Name another one in cluster/jvm/javaHome.",
            "EIC506",
            "supported only on JDK|UnsupportedClassVersionError|JAVA_HOME is not defined correctly|"
                    + "You must set the JAVA_HOME variable"),

    /** Java refuses its options, or has too little memory for them. */
    JAVA_OPTIONS(
            "Java does not start with its options",
            "Correct cluster/jvm.",
            "",
            "Could not create the Java Virtual Machine|Unrecognized (?:VM )?option|Invalid maximum heap size|"
                    + "Could not reserve enough space|insufficient memory for the Java Runtime|"
                    + "java\\.lang\\.OutOfMemoryError"),

    /** A key store and the password that the files give do not fit. */
    KEYSTORE_PASSWORD(
            "a key store does not open with the password that the files give",
            "Give the store and its password in cluster/certificates, or correct the edit or overlay that sets one of them.",
            "EIC403 EIC404 EIC414 EIC417",
            "Keystore was tampered with, or password was incorrect|keystore password was incorrect|"
                    + "UnrecoverableKeyException|Cannot recover key"),

    /** A port is taken. */
    PORT_IN_USE(
            "an address that it has to listen on is in use",
            "Stop the other program, or choose another portOffset or port.",
            "EIC303 EIC024 EIC011 EIC304",
            "(?i)address already in use"),

    /** An address is not one of this machine. */
    ADDRESS_UNKNOWN(
            "an address that it has to listen on is none of this machine",
            "Correct bindAddress or host of the node.",
            "EIC008",
            "(?i)cannot assign requested address"),

    /** Another process has the file of an embedded database. */
    DATABASE_LOCKED(
            "another process holds a file of an embedded database",
            "Give each node a database of its own, or share it with AUTO_SERVER=TRUE.",
            "EIC110 EIC112",
            "Database may be already in use"),

    /** A database server does not answer, or not this user. */
    DATABASE_REFUSED(
            "a database refuses the connection",
            "mvn ei-cluster:check-databases tells which one, and why.",
            "EIC203 EIC204 EIC210 EIC207",
            "Communications link failure|Access denied for user|"
                    + "password authentication failed|Unable to create initial connections of pool|"
                    + "ORA-(?:01017|12541|12514|12505)|The Network Adapter could not establish the connection|"
                    + "The TCP/IP connection to the host .* has failed|Login failed for user|"
                    + "Wrong user name or password|(?:SQL|PSQL|JDBC)\\w*Exception.*[Cc]onnection (?:to \\S+ )?refused|"
                    + "Cannot load JDBC driver class|Unable to load class: \\S*[Dd]river"),

    /** A database has no tables. */
    DATABASE_EMPTY(
            "a database has no tables of EI",
            "Run mvn ei-cluster:init-databases first.",
            "EIC111",
            "Table (?:\"REG_|\"UM_|'\\S*REG_|'\\S*UM_)|relation \"(?:reg|um)_\\w+\" does not exist|"
                    + "Table or view not found|ORA-00942|Invalid object name '(?:REG|UM)_"),

    /** A name in registry.xml or user-mgt.xml is that of no datasource. */
    JNDI(
            "a JNDI name leads to no datasource",
            "Define the datasource, or correct the name.",
            "EIC102 EIC103 EIC214 EIC202",
            "Unable to look-?up JNDI name|javax\\.naming\\.NameNotFoundException|"
                    + "Couldn't find dataSource|Error in looking up data source"),

    /** Members know each other and refuse each other. */
    MEMBERS_REFUSED(
            "the members refuse each other",
            "Give all nodes the same membership and the same password of the group.",
            "EIC006 EIC019 EIC026",
            "Incompatible (?:joiners|group password|partition count)|ConfigMismatchException"),

    /** The clustering agent gave up. */
    CLUSTER_FAILED(
            "the cluster cannot be initialised",
            "Correct the section <clustering> of axis2.xml, or what changes it.",
            "EIC002 EIC006 EIC007 EIC016 EIC022 EIC010",
            "Cannot initialize cluster"),

    /** The node tells the others an address that leads each of them to itself, and waits for itself to join. */
    LOOPBACK(
            "it tells the other members a loopback address, and their addresses are others",
            "Give memberHost an address of this machine, or all nodes the host 127.0.0.1.",
            "EIC008 EIC009",
            ""),

    /** The node is up, but is not a member of a cluster. */
    NOT_CLUSTERED(
            "it is up without a cluster",
            "Set enable of <clustering> to true on all nodes.",
            "EIC001 EIC002 EIC016",
            ""),

    /** The node is the only member of its own cluster. */
    OWN_CLUSTER(
            "the nodes do not see each other",
            "Give all nodes the same domain and one list of members with the addresses that they really have.",
            "EIC004 EIC003 EIC008 EIC009 EIC010 EIC011 EIC012 EIC006 EIC024 EIC016 EIC026 EIC019 EIC013",
            ""),

    /** The process has ended. */
    DIED("it has ended", "Look into its log.", "", ""),

    /** Time is over. */
    TIMEOUT(
            "it is not up in time",
            "Look into its log, or give it more time with -Dei-cluster.start.timeout.",
            "EIC020 EIC419 EIC027",
            "");

    private final String text;
    private final String remedy;
    private final String rules;
    private final Pattern pattern;

    Cause(String text, String remedy, String rules, String pattern) {
        this.text = text;
        this.remedy = remedy;
        this.rules = rules;
        this.pattern = Pattern.compile(pattern);
    }

    /** {@return the cause as the end of a sentence about the node} */
    public String text() {
        return text;
    }

    /** {@return what to do, a sentence} */
    public String remedy() {
        return remedy;
    }

    /** {@return ids of the rules that look for the reason, the likeliest first} */
    public List<String> rules() {
        return rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1));
    }

    /**
     * Finds the cause that a line of a log tells of.
     *
     * @param line the line
     * @return the cause; empty if the line tells of none
     */
    static Optional<Cause> in(String line) {
        for (Cause cause : values()) {
            if (!cause.pattern.pattern().isEmpty()
                    && cause.pattern.matcher(line).find()) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}

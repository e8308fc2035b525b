package io.github.eicluster.config;

/** What the value of an element is. */
public enum Kind {
    /** Any text. */
    TEXT("text"),
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false"),
    /** A whole number within a range. */
    INTEGER("number"),
    /** A TCP or UDP port, 1 to 65535. */
    PORT("port"),
    /** One of a few words. */
    CHOICE("word"),
    /** A host name, an IPv4 or an IPv6 address. */
    HOST("host"),
    /** An IPv4 or IPv6 address. */
    ADDRESS("IP address"),
    /** A user name, or {@code env:NAME}. */
    USER("user name"),
    /** A password or key, best as {@code env:NAME}. */
    SECRET("secret"),
    /** The id of a server in settings.xml. */
    SERVER("server id"),
    /** A path of a file. */
    PATH("path"),
    /** An XML fragment. */
    XML("XML"),
    /** Elements whose names are free. */
    ENTRIES("entries"),
    /** Elements of one name. */
    LIST("list"),
    /** Elements of given names. */
    GROUP("group");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** {@return the words of the documentation} */
    public String text() {
        return text;
    }

    /** {@return whether the element holds a single value} */
    public boolean isScalar() {
        return this != ENTRIES && this != LIST && this != GROUP && this != XML;
    }
}

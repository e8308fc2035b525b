package io.github.eicluster.verify.home;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL, taken apart as far as rules need it.
 *
 * @param url the URL, not escaped
 */
public record Jdbc(String url) {

    private static final Pattern HOST = Pattern.compile("(?://|@//|@)(?:[^/@]*@)?(\\[[^\\]]*\\]|[^:/;,?]*)");

    private static final Map<String, List<String>> DRIVERS = Map.of(
            "mysql", List.of("com.mysql.jdbc.Driver", "com.mysql.cj.jdbc.Driver", "org.mariadb.jdbc.Driver"),
            "mariadb", List.of("org.mariadb.jdbc.Driver"),
            "postgresql", List.of("org.postgresql.Driver"),
            "oracle", List.of("oracle.jdbc.OracleDriver", "oracle.jdbc.driver.OracleDriver"),
            "sqlserver", List.of("com.microsoft.sqlserver.jdbc.SQLServerDriver"),
            "db2", List.of("com.ibm.db2.jcc.DB2Driver"),
            "h2", List.of("org.h2.Driver"));

    /** {@return the word after {@code jdbc:}, lower case; empty if it is no JDBC URL} */
    public String vendor() {
        String text = url.strip().toLowerCase(Locale.ROOT);
        int end = text.indexOf(':', 5);
        return text.startsWith("jdbc:") && end > 0 ? text.substring(5, end) : "";
    }

    /** {@return driver classes that understand the URL; none if the vendor is unknown} */
    public List<String> drivers() {
        return DRIVERS.getOrDefault(vendor(), List.of());
    }

    /** {@return whether it is an embedded H2 database, that is, not one behind an H2 server} */
    public boolean embedded() {
        String text = url.strip().toLowerCase(Locale.ROOT);
        return vendor().equals("h2") && !text.startsWith("jdbc:h2:tcp:") && !text.startsWith("jdbc:h2:ssl:");
    }

    /** {@return whether several processes of one machine may open the same H2 file} */
    public boolean autoServer() {
        return url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE");
    }

    /** {@return whether an H2 file is named from the root or from the user's home, not from the home of the node} */
    public boolean absoluteFile() {
        String file = url.strip().replaceFirst("(?i)^jdbc:h2:(?:file:)?", "");
        return file.startsWith("/") || file.startsWith("~") || file.matches("[A-Za-z]:[/\\\\].*");
    }

    /** {@return the host; empty for embedded databases and for URLs of an unknown form} */
    public Optional<String> host() {
        if (embedded()) {
            return Optional.empty();
        }
        Matcher matcher = HOST.matcher(url);
        return matcher.find() && !matcher.group(1).isBlank() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Finds a parameter.
     *
     * @param name its name, in any case
     * @return its value
     */
    public Optional<String> parameter(String name) {
        Matcher matcher = Pattern.compile("(?i)[?&;,:]" + Pattern.quote(name) + "=([^&;,]*)")
                .matcher(url);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Names the database for a comparison: URL without parameters, schema where a URL names one, and user where the user
     * decides on the schema (Oracle, DB2).
     *
     * @param user user name
     * @return equal for equal databases
     */
    public String database(String user) {
        String text = url.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (vendor()) {
            case "h2" -> lower.replaceFirst(";.*", "").replaceFirst("^jdbc:h2:file:", "jdbc:h2:");
            case "sqlserver" ->
                lower.replaceFirst(";.*", "") + ";"
                        + parameter("databaseName")
                                .or(() -> parameter("database"))
                                .orElse("");
            case "oracle" -> lower + " user " + user.toLowerCase(Locale.ROOT);
            case "db2" ->
                lower.replaceFirst("(//[^/]+/[^:;]+).*", "$1") + " user "
                        + parameter("currentSchema").orElse(user).toLowerCase(Locale.ROOT);
            default ->
                text.replaceFirst("[?;].*", "") + " schema "
                        + parameter("currentSchema").orElse("");
        };
    }
}

package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One datasource of {@code conf/datasources/*-datasources.xml}. */
public final class Datasource {

    private final XmlNode element;

    private Datasource(XmlNode element) {
        this.element = element;
    }

    /**
     * Lists the datasources of a node in the order in which the server reads them: the master file first.
     *
     * @param home the node
     * @return all datasources
     * @throws CannotCheck if a file is not well-formed
     */
    public static List<Datasource> of(NodeHome home) {
        return home.once("datasources", () -> {
            List<Datasource> found = new ArrayList<>();
            for (String path : files(home)) {
                XmlNode root = home.xml(path);
                root.children("datasources")
                        .forEach(list ->
                                list.children("datasource").forEach(element -> found.add(new Datasource(element))));
            }
            return found;
        });
    }

    /**
     * Lists the datasource files of a node.
     *
     * @param home the node
     * @return their paths, the master file first even if it is missing
     */
    public static List<String> files(NodeHome home) {
        List<String> paths = new ArrayList<>();
        paths.add(Layout.MASTER_DATASOURCES);
        home.filesIn(Layout.DATASOURCES_DIR).stream()
                .filter(path -> path.endsWith("-datasources.xml") && !path.equals(Layout.MASTER_DATASOURCES))
                .sorted(Comparator.naturalOrder())
                .forEach(paths::add);
        return paths;
    }

    /**
     * Finds the datasource that a JNDI name leads to: the last one, since the server binds them one over the other.
     *
     * @param home the node
     * @param jndi JNDI name
     * @return the datasource, or empty
     * @throws CannotCheck if a file is not well-formed
     */
    public static Optional<Datasource> byJndi(NodeHome home, String jndi) {
        return of(home).stream()
                .filter(source -> source.jndiName().equals(jndi))
                .reduce((first, second) -> second);
    }

    /** {@return where it stands} */
    public Place place() {
        return element.place();
    }

    /** {@return its name} */
    public String name() {
        return element.value("name").map(Setting::trimmed).orElse("");
    }

    /** {@return the name under which other files know it; empty if it has none} */
    public String jndiName() {
        return element.value("jndiConfig", "name").map(Setting::trimmed).orElse("");
    }

    /**
     * Finds a setting of the pool.
     *
     * @param name element, such as {@code url}
     * @return its value
     */
    public Optional<Setting> field(String name) {
        return element.value("definition", "configuration", name);
    }

    /** {@return the URL, or empty} */
    public Optional<Jdbc> url() {
        return field("url").filter(setting -> !setting.hidden()).map(setting -> new Jdbc(setting.trimmed()));
    }

    /** {@return the user name, empty text if there is none} */
    public String user() {
        return field("username").map(Setting::trimmed).orElse("");
    }

    /** {@return what tells databases apart; empty if the URL is unknown} */
    public Optional<String> database() {
        return url().map(url -> url.database(user()));
    }

    /** {@return name and file, for messages} */
    public String text() {
        return name().isEmpty() ? "the datasource at " + place().text() : name();
    }
}

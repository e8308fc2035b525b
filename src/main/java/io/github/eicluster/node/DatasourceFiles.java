package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All datasources of a node, in the order in which the server reads them: the master file first. */
final class DatasourceFiles {

    /** JNDI name of the node's own database; other shipped files name it too. */
    static final String LOCAL_JNDI = "jdbc/WSO2CarbonDB";

    static final String PARENT = "/datasources-configuration/datasources";
    static final String ENTRIES = PARENT + "/datasource";

    private static final String SUFFIX = "-datasources.xml";

    private final NodeFiles files;

    DatasourceFiles(NodeFiles files) {
        this.files = files;
    }

    /**
     * One datasource.
     *
     * @param path its file
     * @param xml the file's editor
     * @param element path of the element in the file
     */
    record Entry(String path, XmlEditor xml, String element) {

        String configuration() {
            return element + "/definition/configuration";
        }

        Optional<String> name() {
            return xml.text(element + "/name").map(String::trim);
        }

        Optional<String> value(String field) {
            return xml.text(configuration() + "/" + field).map(String::trim);
        }

        /** File, line and name, for messages. */
        String place() {
            return path + " line " + xml.line(element) + " (" + name().orElse("without a name") + ")";
        }

        Optional<String> jndiName() {
            return xml.text(element + "/jndiConfig/name").map(String::trim);
        }

        boolean boundTo(String wanted) {
            return jndiName().equals(Optional.of(wanted));
        }
    }

    List<Entry> boundTo(String jndiName) {
        return all().stream().filter(entry -> entry.boundTo(jndiName)).toList();
    }

    List<Entry> named(String name) {
        return all().stream()
                .filter(entry -> entry.name().equals(Optional.of(name)))
                .toList();
    }

    /** Every datasource. */
    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        for (String path : paths()) {
            XmlEditor xml = files.xml(path);
            int count = xml.count(ENTRIES);
            for (int n = 1; n <= count; n++) {
                entries.add(new Entry(path, xml, ENTRIES + "[" + n + "]"));
            }
        }
        return entries;
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        paths.add(Layout.MASTER_DATASOURCES);
        for (String path : files.paths()) {
            boolean direct =
                    path.startsWith(Layout.DATASOURCES_DIR) && path.indexOf('/', Layout.DATASOURCES_DIR.length()) < 0;
            if (direct && path.endsWith(SUFFIX) && !path.equals(Layout.MASTER_DATASOURCES)) {
                paths.add(path);
            }
        }
        return paths;
    }
}

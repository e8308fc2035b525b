package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Problem;
import io.github.eicluster.node.DatasourceFiles.Entry;
import io.github.eicluster.product.Layout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one datasource, new or existing. */
final class DatasourceEntry {

    private static final String RDBMS = "RDBMS";

    /** Pool settings that neither POM nor base state: the guide's values, with the shipped defaultAutoCommit. */
    private static final Map<String, String> DEFAULT_POOL = defaultPool();

    private final NodeFiles files;
    private final Entry entry;

    DatasourceEntry(NodeFiles files, Entry entry) {
        this.files = files;
        this.entry = entry;
    }

    /** Changes an existing datasource; its name, its own pool settings and everything that is not ours stay. */
    void change(Datasource datasource) {
        XmlEditor xml = entry.xml();
        Optional<String> type = xml.attribute(entry.element() + "/definition", "type");
        if (!xml.exists(entry.configuration()) || !type.equals(Optional.of(RDBMS))) {
            files.report(Problem.error(
                    entry.place(),
                    datasource.jndiName() + " is bound to a datasource of type '" + type.orElse("") + "', which has no"
                            + " JDBC settings. Bind it to one of type RDBMS, or remove it."));
            return;
        }
        removeOwnDataSourceClass(xml);
        for (Map.Entry<String, String> field :
                fields(datasource, password(entry.path(), datasource)).entrySet()) {
            String path = entry.configuration() + "/" + field.getKey();
            if (xml.exists(path) && isOnlyDefault(field.getKey(), datasource)) {
                continue;
            }
            if (xml.exists(path)) {
                Vaulted.clear(files, xml, path, field.getKey() + " of " + datasource.jndiName());
                xml.setText(path, field.getValue());
            } else {
                xml.appendChild(entry.configuration(), XmlText.element(field.getKey(), field.getValue()));
            }
        }
    }

    private static boolean isOnlyDefault(String name, Datasource datasource) {
        return DEFAULT_POOL.containsKey(name) && !datasource.pool().containsKey(name);
    }

    /** An XA class with its own properties would win over URL and user name. */
    private void removeOwnDataSourceClass(XmlEditor xml) {
        for (String name : List.of("dataSourceClassName", "dataSourceProps")) {
            String path = entry.configuration() + "/" + name;
            if (xml.exists(path)) {
                files.report(Problem.warning(
                        entry.place(),
                        name + " was removed, since it would win over the URL of the configured database."));
                xml.remove(path);
            }
        }
    }

    private String password(String path, Datasource datasource) {
        return files.reveal(path, datasource.credentials().password());
    }

    /** A new datasource for the master file, in the shape of the shipped one. */
    static String fragment(NodeFiles files, Datasource datasource, String description) {
        String password =
                files.reveal(Layout.MASTER_DATASOURCES, datasource.credentials().password());
        StringBuilder text = new StringBuilder("<datasource>\n");
        line(text, 1, XmlText.element("name", datasource.name()));
        line(text, 1, XmlText.element("description", description));
        line(text, 1, "<jndiConfig>");
        line(text, 2, XmlText.element("name", datasource.jndiName()));
        line(text, 1, "</jndiConfig>");
        line(text, 1, "<definition type=\"" + RDBMS + "\">");
        line(text, 2, "<configuration>");
        fields(datasource, password).forEach((name, value) -> line(text, 3, XmlText.element(name, value)));
        line(text, 2, "</configuration>");
        line(text, 1, "</definition>");
        return text.append("</datasource>").toString();
    }

    private static Map<String, String> defaultPool() {
        Map<String, String> pool = new LinkedHashMap<>();
        pool.put("maxActive", "50");
        pool.put("maxWait", "60000");
        pool.put("testOnBorrow", "true");
        pool.put("validationInterval", "30000");
        pool.put("defaultAutoCommit", "false");
        return Collections.unmodifiableMap(pool);
    }

    private static void line(StringBuilder text, int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }

    /** Fields in the shipped order: the query that validates stands behind the switch that asks for it. */
    private static Map<String, String> fields(Datasource datasource, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("url", datasource.url());
        fields.put("username", datasource.credentials().username());
        fields.put("password", password);
        fields.put("driverClassName", datasource.driverClassName());
        Map<String, String> pool = new LinkedHashMap<>(DEFAULT_POOL);
        pool.putAll(datasource.pool());
        pool.forEach((name, value) -> {
            fields.put(name, value);
            if (name.equals("testOnBorrow")) {
                fields.putIfAbsent("validationQuery", datasource.validationQuery());
            }
        });
        fields.put("validationQuery", datasource.validationQuery());
        return fields;
    }
}

package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import io.github.eicluster.node.DatasourceFiles.Entry;
import io.github.eicluster.product.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Points the datasources at the databases: {@code conf/datasources/*-datasources.xml}. A datasource is known by its JNDI
 * name, whatever its own name; one that exists is changed in place, another is added to the master file.
 */
final class Datasources implements Concern {

    private static final String USER_TEXT = "The datasource used for users and permissions";
    private static final String REGISTRY_TEXT = "The datasource used for the shared registry";
    private static final String LOCAL_TEXT = "The datasource used for the local registry";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        DatasourceFiles all = new DatasourceFiles(files);
        for (Map.Entry<Datasource, String> wanted : wanted(context).entrySet()) {
            Datasource datasource = wanted.getKey();
            List<Entry> found = all.boundTo(datasource.jndiName());
            if (found.size() > 1) {
                files.report(bindsTwice(datasource, found));
            } else if (found.size() == 1) {
                new DatasourceEntry(files, found.get(0)).change(datasource);
            } else {
                add(files, all, datasource, wanted.getValue());
            }
        }
        checkLocal(context, files, all);
    }

    /** What is wanted, with a description for new entries. */
    private static Map<Datasource, String> wanted(NodeContext context) {
        Databases databases = context.cluster().databases();
        Map<String, Datasource> byJndi = new LinkedHashMap<>();
        Map<Datasource, String> wanted = new LinkedHashMap<>();
        context.node().localRegistry().ifPresent(local -> put(byJndi, wanted, local, LOCAL_TEXT));
        put(byJndi, wanted, databases.registry(), REGISTRY_TEXT);
        databases.config().ifPresent(config -> put(byJndi, wanted, config, REGISTRY_TEXT));
        for (Registry.Instance instance : context.cluster().registry().instances()) {
            put(byJndi, wanted, instance.datasource(), REGISTRY_TEXT);
        }
        put(byJndi, wanted, databases.user(), USER_TEXT);
        return wanted;
    }

    private static void put(
            Map<String, Datasource> byJndi, Map<Datasource, String> wanted, Datasource datasource, String description) {
        if (byJndi.putIfAbsent(datasource.jndiName(), datasource) == null) {
            wanted.put(datasource, description);
        }
    }

    private static Problem bindsTwice(Datasource datasource, List<Entry> found) {
        String places = found.stream().map(Entry::place).collect(Collectors.joining(" and "));
        return Problem.error(
                found.get(0).path(),
                datasource.jndiName() + " is bound more than once: " + places
                        + ". The server silently takes the one that" + " it reads last. Leave one definition.");
    }

    private static void add(NodeFiles files, DatasourceFiles all, Datasource datasource, String description) {
        List<Entry> sameName = all.named(datasource.name());
        if (!sameName.isEmpty()) {
            files.report(Problem.error(
                    sameName.get(0).path(),
                    "the name " + datasource.name() + " is taken by a datasource with another JNDI name ("
                            + sameName.get(0).place() + "), and names must be unique. Rename one; the one that is to be"
                            + " used must be bound to " + datasource.jndiName() + "."));
            return;
        }
        XmlEditor xml = files.xml(Layout.MASTER_DATASOURCES);
        int count = xml.count(DatasourceFiles.ENTRIES);
        String fragment = DatasourceEntry.fragment(files, datasource, description);
        if (count == 0) {
            xml.appendChild(DatasourceFiles.PARENT, fragment);
        } else {
            xml.insertAfter(DatasourceFiles.ENTRIES + "[" + count + "]", fragment);
        }
    }

    /** The node's own registry must exist, and no other node may have the same. */
    private static void checkLocal(NodeContext context, NodeFiles files, DatasourceFiles all) {
        List<Entry> found = all.boundTo(DatasourceFiles.LOCAL_JNDI);
        if (found.isEmpty()) {
            files.report(Problem.error(
                    Layout.MASTER_DATASOURCES,
                    "no datasource is bound to " + DatasourceFiles.LOCAL_JNDI + ", which registry.xml and identity.xml"
                            + " name. Restore the shipped one, or set cluster/database/localRegistry to database."));
            return;
        }
        if (found.size() > 1 && context.node().localRegistry().isEmpty()) {
            String places = found.stream().map(Entry::place).collect(Collectors.joining(" and "));
            files.report(Problem.error(
                    found.get(0).path(),
                    DatasourceFiles.LOCAL_JNDI + " is bound more than once: " + places
                            + ". The server silently takes the one that it reads last. Leave one definition."));
            return;
        }
        String url = found.get(0).value("url").orElse("");
        boolean server =
                !url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
        boolean several = context.cluster().nodes().size() > 1;
        if (server && several && context.node().localRegistry().isEmpty()) {
            files.report(Problem.error(
                    found.get(0).place(),
                    DatasourceFiles.LOCAL_JNDI + " is on a database server, so that all nodes would share one local"
                            + " registry. Set cluster/database/localRegistry to database, or restore the embedded H2"
                            + " database of the distribution."));
        }
    }
}

package io.github.eicluster.miniature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.DataSourceFactory;
import org.w3c.dom.Element;

/** Pools of tomcat-jdbc by JNDI name, from all {@code conf/datasources/*-datasources.xml}, the master file first. */
final class DataSources implements AutoCloseable {

    private static final Log LOG = Log.of("org.wso2.carbon.ndatasource.core.DataSourceRepository");

    private final Map<String, DataSource> byJndiName = new HashMap<>();
    private final Map<String, SQLException> failures = new HashMap<>();

    private DataSources() {}

    static DataSources open(Home home, Vault vault) throws IOException {
        DataSources sources = new DataSources();
        for (Path file : files(home.path("conf/datasources"))) {
            for (Element source : Xml.all(Xml.parse(file), "/datasources-configuration/datasources/datasource")) {
                sources.open(source, vault);
            }
        }
        return sources;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("master-datasources.xml"));
        try (Stream<Path> others = Files.list(folder)) {
            others.filter(file -> file.getFileName().toString().endsWith("-datasources.xml"))
                    .filter(file -> !file.equals(files.get(0)))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private void open(Element source, Vault vault) {
        Optional<String> jndiName = Xml.text(source, "jndiConfig/name").map(String::strip);
        Optional<Element> configuration = Xml.first(source, "definition[@type='RDBMS']/configuration");
        if (jndiName.isEmpty() || configuration.isEmpty()) {
            return;
        }
        Properties properties = new Properties();
        for (Element field : Xml.children(configuration.get())) {
            String value = vault.value(field).strip();
            if (!value.isEmpty()) {
                properties.setProperty(field.getTagName(), value);
            }
        }
        DataSource pool = new DataSource(DataSourceFactory.parsePoolProperties(properties));
        pool.setName(Xml.text(source, "name").orElse("").strip());
        byJndiName.put(jndiName.get(), pool);
        failures.remove(jndiName.get());
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(10)) {
                throw new SQLException("The connection is not valid");
            }
        } catch (SQLException e) {
            failures.put(jndiName.get(), e);
            LOG.error("Error in testing the data source: " + pool.getName() + " - " + e.getMessage(), e);
        }
    }

    boolean has(String jndiName) {
        return byJndiName.containsKey(jndiName);
    }

    /** Why the database behind a name did not answer when the server started. */
    Optional<SQLException> failure(String jndiName) {
        return Optional.ofNullable(failures.get(jndiName));
    }

    @Override
    public void close() {
        byJndiName.values().forEach(pool -> pool.close(true));
    }
}

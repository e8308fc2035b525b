package io.github.eicluster.assembly;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The pool that EI uses (tomcat-jdbc) with the values of a datasource. EI 6.6 has that of Tomcat 9.0.22, earlier versions that
 * of Tomcat 7; each comes in a class loader of its own.
 */
final class TomcatPool implements AutoCloseable {

    static final List<String> GENERATIONS = List.of("7", "9");

    private final URLClassLoader loader;
    private final Object source;

    private TomcatPool(URLClassLoader loader, Object source) {
        this.loader = loader;
        this.source = source;
    }

    /** Opens a pool; every value has to be one that the pool knows. */
    static TomcatPool open(String generation, Map<String, String> values) throws Exception {
        URLClassLoader loader = new URLClassLoader(jars(generation), TomcatPool.class.getClassLoader());
        Object properties = loader.loadClass("org.apache.tomcat.jdbc.pool.PoolProperties")
                .getConstructor()
                .newInstance();
        for (Map.Entry<String, String> value : values.entrySet()) {
            set(properties, value.getKey(), value.getValue());
        }
        Object source = loader.loadClass("org.apache.tomcat.jdbc.pool.DataSource")
                .getConstructor(loader.loadClass("org.apache.tomcat.jdbc.pool.PoolConfiguration"))
                .newInstance(properties);
        return new TomcatPool(loader, source);
    }

    DataSource source() {
        return (DataSource) source;
    }

    private static URL[] jars(String generation) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("tomcat.directory"), generation))) {
            return files.map(TomcatPool::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object properties, String name, String value)
            throws IntrospectionException, ReflectiveOperationException {
        Method setter = Arrays.stream(
                        Introspector.getBeanInfo(properties.getClass()).getPropertyDescriptors())
                .filter(property -> property.getName().equals(name))
                .map(PropertyDescriptor::getWriteMethod)
                .filter(method -> method != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the pool knows no " + name));
        Class<?> type = setter.getParameterTypes()[0];
        Object converted = value;
        if (type == int.class) {
            converted = Integer.valueOf(value);
        } else if (type == long.class) {
            converted = Long.valueOf(value);
        } else if (type == boolean.class || type == Boolean.class) {
            converted = Boolean.valueOf(value);
        }
        setter.invoke(properties, converted);
    }

    @Override
    public void close() throws IOException, ReflectiveOperationException {
        source.getClass().getMethod("close", boolean.class).invoke(source, true);
        loader.close();
    }
}

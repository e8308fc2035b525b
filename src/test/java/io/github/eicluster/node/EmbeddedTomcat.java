package io.github.eicluster.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.xml.sax.InputSource;

/**
 * A real Tomcat, 7 as in EI 6.0 to 6.5 or 9 as in EI 6.6, that has read a catalina-server.xml as the server does
 * ({@code Catalina.createStartDigester}) and listens on free ports of the loopback address. It serves a console of two
 * pages, {@code /carbon} and the page that it redirects to, which want HTTPS.
 *
 * <p>Both Tomcats have the same class names: each is loaded by a loader of its own and called by reflection.
 */
final class EmbeddedTomcat implements AutoCloseable {

    static final String PAGE = "/carbon/admin/index.jsp";

    /** Held, or its level would be forgotten. */
    private static final Logger LOG = Logger.getLogger("org.apache");

    private final Loader loader;
    private final Object server;
    private final List<Object> connectors;

    private EmbeddedTomcat(Loader loader, Object server, List<Object> connectors) {
        this.loader = loader;
        this.server = server;
        this.connectors = connectors;
    }

    /** Starts the Tomcat of an EI version with its configuration; the folder takes the key stores, logs and work files. */
    static EmbeddedTomcat start(StockHome home, String catalina, Path folder) throws Exception {
        LOG.setLevel(Level.SEVERE);
        copyKeyStores(home.directory(), folder);
        Loader loader = new Loader(home.version().toString().startsWith("6.6") ? "9" : "7");
        keepOutOfTheJvm(loader);
        Object server = read(loader, catalina.replace("${carbon.home}", folder.toString()));
        Object service = ((Object[]) call(server, "findServices"))[0];
        Object engine = call(service, "getContainer");
        setBase(server, engine, folder);
        List<Object> connectors = List.of((Object[]) call(service, "findConnectors"));
        for (Object connector : connectors) {
            call(connector, "setPort", 0);
            call(connector, "setProperty", "address", "127.0.0.1");
        }
        Object host = ((Object[]) call(engine, "findChildren"))[0];
        withoutDeployer(host);
        call(host, "addChild", console(loader, folder));
        call(server, "init");
        call(server, "start");
        return new EmbeddedTomcat(loader, server, connectors);
    }

    /** The free port of the connector that speaks TLS, or of the one that does not. */
    int port(boolean secure) {
        return connectors.stream()
                .filter(connector -> call(connector, "getSecure").equals(secure))
                .map(connector -> (Integer) call(connector, "getLocalPort"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        call(server, "stop");
        call(server, "destroy");
        loader.close();
    }

    /** One handler of URLs is allowed in a JVM: neither Tomcat is to install its own. */
    private static void keepOutOfTheJvm(Loader loader) throws Exception {
        String handlers = "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory";
        if (loader.has(handlers)) {
            loader.loadClass(handlers).getMethod("disable").invoke(null);
            return;
        }
        Field first =
                loader.loadClass("org.apache.catalina.loader.WebappLoader").getDeclaredField("first");
        first.setAccessible(true);
        first.setBoolean(null, false);
    }

    private static void copyKeyStores(Path home, Path folder) throws IOException {
        Path stores = Path.of("repository", "resources", "security");
        Files.createDirectories(folder.resolve(stores));
        for (String name : List.of("wso2carbon.jks", "client-truststore.jks")) {
            Files.copy(
                    home.resolve(stores).resolve(name), folder.resolve(stores).resolve(name));
        }
    }

    private static Object read(Loader loader, String catalina) throws Exception {
        Object reader = loader.make("org.apache.catalina.startup.Catalina");
        Method digesters = reader.getClass().getDeclaredMethod("createStartDigester");
        digesters.setAccessible(true);
        Object digester = digesters.invoke(reader);
        call(digester, "setClassLoader", loader);
        call(digester, "push", reader);
        call(digester, "parse", new InputSource(new ByteArrayInputStream(catalina.getBytes(StandardCharsets.UTF_8))));
        return call(reader, "getServer");
    }

    private static void setBase(Object server, Object engine, Path folder) {
        if (has(server, "setCatalinaBase")) {
            call(server, "setCatalinaHome", folder.toFile());
            call(server, "setCatalinaBase", folder.toFile());
        } else {
            call(engine, "setBaseDir", folder.toString());
        }
    }

    /** What deploys applications by itself, which asks for a system property. */
    private static void withoutDeployer(Object host) {
        for (Object listener : (Object[]) call(host, "findLifecycleListeners")) {
            if (listener.getClass().getSimpleName().equals("HostConfig")) {
                call(host, "removeLifecycleListener", listener);
            }
        }
    }

    private static Object console(Loader loader, Path folder) throws Exception {
        Object context = loader.make("org.apache.catalina.core.StandardContext");
        call(context, "setName", "");
        call(context, "setPath", "");
        call(context, "setDocBase", folder.toString());
        call(context, "addLifecycleListener", loader.make("org.apache.catalina.startup.Tomcat$FixContextListener"));
        if (has(context, "setUseRelativeRedirects")) {
            // What Tomcat 7 always does: it shows which host and port Tomcat believes in.
            call(context, "setUseRelativeRedirects", false);
        }
        loader.loadClass("org.apache.catalina.startup.Tomcat")
                .getMethod(
                        "addServlet",
                        loader.loadClass("org.apache.catalina.Context"),
                        String.class,
                        loader.loadClass("javax.servlet.Servlet"))
                .invoke(null, context, "console", servlet(loader));
        String mapping = has(context, "addServletMappingDecoded") ? "addServletMappingDecoded" : "addServletMapping";
        call(context, mapping, "/carbon/*", "console");
        call(context, "addConstraint", confidential(loader));
        return context;
    }

    private static Object confidential(Loader loader) throws Exception {
        String place = loader.has("org.apache.catalina.deploy.SecurityConstraint")
                ? "org.apache.catalina.deploy."
                : "org.apache.tomcat.util.descriptor.web.";
        Object collection = loader.make(place + "SecurityCollection");
        call(collection, "addPattern", "/carbon/*");
        Object constraint = loader.make(place + "SecurityConstraint");
        call(constraint, "setUserConstraint", "CONFIDENTIAL");
        call(constraint, "addCollection", collection);
        return constraint;
    }

    /** Redirects to the page, and tells on it what Tomcat makes of the request. */
    private static Object servlet(Loader loader) throws Exception {
        Class<?> request = loader.loadClass("javax.servlet.http.HttpServletRequest");
        Class<?> response = loader.loadClass("javax.servlet.http.HttpServletResponse");
        Class<?> type = loader.loadClass("javax.servlet.Servlet");
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!method.getName().equals("service")) {
                return null;
            }
            if (!request.getMethod("getRequestURI").invoke(arguments[0]).equals(PAGE)) {
                response.getMethod("sendRedirect", String.class).invoke(arguments[1], PAGE);
                return null;
            }
            List<String> facts = new ArrayList<>();
            for (String fact : List.of("getScheme", "getServerName", "getServerPort", "isSecure", "getRemoteAddr")) {
                facts.add(request.getMethod(fact).invoke(arguments[0]).toString());
            }
            PrintWriter writer = (PrintWriter) response.getMethod("getWriter").invoke(arguments[1]);
            writer.print(String.join(" ", facts));
            return null;
        });
    }

    private static boolean has(Object target, String name) {
        return Stream.of(target.getClass().getMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    private static Object call(Object target, String name, Object... arguments) {
        Method found = Stream.of(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && fits(method.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError(target.getClass() + " has no fitting " + name));
        try {
            return found.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static boolean fits(Class<?>[] types, Object... arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean primitive = (types[i] == int.class && arguments[i] instanceof Integer)
                    || (types[i] == boolean.class && arguments[i] instanceof Boolean);
            if (!primitive && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    /** One Tomcat; classes of WSO2 that are named in the file are stood in for by Tomcat's own. */
    private static final class Loader extends URLClassLoader {

        private static final String VALVES = "org.wso2.carbon.tomcat.ext.valves.";
        private static final Map<String, String> STAND_INS = Map.of(
                "org.wso2.carbon.tomcat.ext.service.ExtendedStandardService",
                "org.apache.catalina.core.StandardService",
                "org.wso2.carbon.tomcat.ext.realms.CarbonTomcatRealm",
                "org.apache.catalina.realm.NullRealm");

        Loader(String version) throws IOException {
            super(jars(version), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] jars(String version) throws IOException {
            Path folder = Path.of(System.getProperty("tomcat.directory"), version);
            try (Stream<Path> jars = Files.list(folder)) {
                return jars.map(Loader::url).toArray(URL[]::new);
            }
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            // Lets every request through.
            String harmless = "org.apache.catalina.valves.StuckThreadDetectionValve";
            return super.loadClass(name.startsWith(VALVES) ? harmless : STAND_INS.getOrDefault(name, name));
        }

        boolean has(String name) {
            return Optional.ofNullable(getResource(name.replace('.', '/') + ".class"))
                    .isPresent();
        }

        Object make(String name) throws ReflectiveOperationException {
            return loadClass(name).getConstructor().newInstance();
        }
    }
}

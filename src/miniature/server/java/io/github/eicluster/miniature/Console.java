package io.github.eicluster.miniature;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Container;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Server;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.HostConfig;
import org.apache.catalina.startup.Tomcat;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A real Tomcat that has read {@code catalina-server.xml}, with the offset added, and the pages of a console. */
final class Console implements AutoCloseable {

    private static final Log LOG = Log.of("org.wso2.carbon.tomcat.internal.CarbonTomcat");

    private final Server server;
    private final Service service;

    private Console(Server server) {
        this.server = server;
        this.service = server.findServices()[0];
    }

    static Console start(Home home, Vault vault, CarbonXml carbon) throws IOException, StartFailure {
        try {
            Console console = new Console(new ServerFile().read(source(home, vault)));
            console.start(home, carbon);
            return console;
        } catch (SAXException | LifecycleException e) {
            LOG.error("Error while starting the web container", e);
            throw new StartFailure("tomcat", e);
        }
    }

    /** The file with the secrets of the vault in place: the name of an alias ends in that of its attribute. */
    private static InputSource source(Home home, Vault vault) throws IOException {
        Document document = Xml.parse(home.path("conf/tomcat/catalina-server.xml"));
        for (Element element : Xml.all(document, "//*[@*[name()='" + Vault.ALIAS + "']]")) {
            String alias = element.getAttribute(Vault.ALIAS);
            element.setAttribute(alias.substring(alias.lastIndexOf('.') + 1), vault.secret(alias));
            element.removeAttribute(Vault.ALIAS);
        }
        return new InputSource(new StringReader(Source.text(document)));
    }

    private void start(Home home, CarbonXml carbon) throws IOException, LifecycleException {
        Connector[] connectors = service.findConnectors();
        for (Connector connector : connectors) {
            connector.setPort(connector.getPort() + carbon.offset());
            if (connector.getProperty("address") == null && System.getProperty(Transport.ADDRESS_PROPERTY) != null) {
                connector.setProperty("address", System.getProperty(Transport.ADDRESS_PROPERTY));
            }
            // Started one by one below, as the real server does.
            service.removeConnector(connector);
        }
        Container host = service.getContainer().findChildren()[0];
        for (LifecycleListener listener : host.findLifecycleListeners()) {
            if (listener instanceof HostConfig) {
                host.removeLifecycleListener(listener);
            }
        }
        host.addChild(pages(home, connectors, carbon));
        CatalinaBase.set(server);
        server.init();
        server.start();
        for (Connector connector : connectors) {
            start(connector);
        }
    }

    private void start(Connector connector) {
        try {
            service.addConnector(connector);
            if (connector.getState() != LifecycleState.STARTED) {
                throw new LifecycleException("Connector " + connector + " is " + connector.getState());
            }
        } catch (LifecycleException | RuntimeException e) {
            LOG.error("LifeCycleException while starting tomcat connector", e);
        }
    }

    private static StandardContext pages(Home home, Connector[] connectors, CarbonXml carbon) throws IOException {
        StandardContext context = new StandardContext();
        context.setName("");
        context.setPath("");
        context.setDocBase(
                Files.createDirectories(home.path("wso2/tmp/console")).toString());
        context.addLifecycleListener(new Tomcat.FixContextListener());
        context.addServletContainerInitializer(
                (classes, servlets) -> servlets.addServlet("console", new ConsoleServlet(carbon, connectors))
                        .addMapping("/*"),
                Set.of());
        return context;
    }

    /** Scheme, host and port of the console for browsers. */
    String url(CarbonXml carbon) {
        return ConsoleServlet.url(carbon.managementHost(), service.findConnectors());
    }

    @Override
    public void close() throws LifecycleException {
        server.stop();
        server.destroy();
    }
}

package io.github.eicluster.miniature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.axis2.clustering.ClusteringAgent;
import org.w3c.dom.Document;

/** Reads the files of a home and starts what they say, in the order of the real server. */
final class Server implements AutoCloseable {

    private static final Log CORE = Log.of("org.wso2.carbon.core.internal.CarbonCoreActivator");
    private static final Log MANAGER = Log.of("org.wso2.carbon.core.init.CarbonServerManager");
    private static final Log FINALIZER = Log.of("org.wso2.carbon.core.internal.StartupFinalizerServiceComponent");
    private static final Log TASKS = Log.of("org.wso2.carbon.ntask.core.service.impl.TaskServiceImpl");
    private static final Log UI = Log.of("org.wso2.carbon.ui.internal.CarbonUIServiceComponent");

    private final Home home;
    private final Services services = new Services();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private ClusteringAgent agent;

    Server(Home home) {
        this.home = home;
    }

    /** Starts everything; what stands in its way has been logged when this fails. */
    void start() throws IOException, StartFailure {
        long begin = System.nanoTime();
        banner();
        Vault vault = Vault.open(home);
        CarbonXml carbon = CarbonXml.read(home);
        primaryKeyStore(carbon, vault);
        DataSources sources = DataSources.open(home, vault);
        remember(sources);
        Registry.open(home, sources);
        Document axis2 = Xml.parse(home.path("conf/axis2/axis2.xml"));
        Optional<ClusteringAgent> configured = Clustering.read(axis2);
        Optional<Transport> http = Transport.read(axis2, "http", carbon.offset());
        Optional<Transport> https = Transport.read(axis2, "https", carbon.offset());
        Optional<SSLContext> tls =
                https.isEmpty() ? Optional.empty() : Optional.of(PassThrough.tls(https.get(), home, vault));
        http.ifPresent(transport -> System.setProperty("http.port", String.valueOf(transport.port())));
        https.ifPresent(transport -> System.setProperty("https.port", String.valueOf(transport.port())));
        if (configured.isPresent()) {
            join(configured.get());
        }
        TASKS.info("Task service starting in " + (configured.isPresent() ? "CLUSTERED" : "STANDALONE") + " mode...");
        listen(http, carbon, Optional.empty());
        listen(https, carbon, tls);
        Console console = Console.start(home, vault, carbon);
        remember(console);
        deploy(carbon);
        FINALIZER.info("Server           :  " + carbon.serverName());
        FINALIZER.info("WSO2 Carbon started in " + (System.nanoTime() - begin) / 1_000_000_000 + " sec");
        UI.info("Mgt Console URL  : " + console.url(carbon) + "/carbon/");
    }

    private void banner() {
        CORE.info("This is the miniature integrator of ei-cluster-maven-plugin, not WSO2 Enterprise Integrator: "
                + "it stands in for version " + home.version() + " in tests");
        CORE.info("Starting WSO2 Carbon...");
        CORE.info("Operating System : " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        CORE.info("Java Home        : " + System.getProperty("java.home"));
        CORE.info("Java Version     : " + System.getProperty("java.version"));
        CORE.info("Carbon Home      : " + home.directory());
    }

    private void primaryKeyStore(CarbonXml carbon, Vault vault) throws StartFailure {
        for (String name : new String[] {"KeyStore", "InternalKeyStore", "TrustStore"}) {
            Optional<KeyStoreFile> file = KeyStoreFile.first(carbon.server(), "Security/" + name, home, vault);
            try {
                if (file.isPresent()) {
                    file.get().load();
                }
            } catch (IOException | GeneralSecurityException e) {
                MANAGER.error(
                        "Error while loading the " + name + " "
                                + file.orElseThrow().path(),
                        e);
                throw new StartFailure("keystore", e);
            }
        }
    }

    private void join(ClusteringAgent configured) throws StartFailure {
        agent = configured;
        Clustering.enable(configured);
    }

    private void listen(Optional<Transport> transport, CarbonXml carbon, Optional<SSLContext> tls) throws IOException {
        if (transport.isPresent()) {
            Endpoint endpoint = new Endpoint(services, transport.get(), carbon.host());
            PassThrough.start(transport.get(), endpoint, tls).ifPresent(this::remember);
        }
    }

    /** Now, and then as often as the file says. */
    private void deploy(CarbonXml carbon) throws IOException {
        Carbonapps applications = new Carbonapps(home, services);
        applications.look();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "deployment");
            thread.setDaemon(true);
            return thread;
        });
        remember(timer::shutdownNow);
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        applications.look();
                    } catch (IOException e) {
                        MANAGER.error("Cannot look at the deployment folder", e);
                    }
                },
                carbon.deploymentInterval(),
                carbon.deploymentInterval(),
                TimeUnit.SECONDS);
    }

    private synchronized void remember(AutoCloseable part) {
        started.push(part);
    }

    /** Listeners first, then the cluster, so that the other nodes hear of it. */
    @Override
    public void close() {
        MANAGER.info("Shutdown hook triggered....");
        MANAGER.info("Gracefully shutting down WSO2 Enterprise Integrator...");
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                MANAGER.warn("Error while stopping", e);
            }
        }
        try {
            if (agent != null) {
                agent.shutdown();
            }
        } catch (Exception e) {
            MANAGER.warn("Error while leaving the cluster", e);
        }
        MANAGER.info("Shutdown complete");
        MANAGER.info("Halting JVM");
    }
}

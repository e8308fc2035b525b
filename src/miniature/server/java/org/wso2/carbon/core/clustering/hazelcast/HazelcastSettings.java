package org.wso2.carbon.core.clustering.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MemberAttributeConfig;
import com.hazelcast.config.MulticastConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.XmlConfigBuilder;
import io.github.eicluster.miniature.Log;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.apache.axiom.om.OMElement;
import org.apache.axis2.clustering.ClusteringFault;
import org.apache.axis2.clustering.Member;
import org.apache.axis2.description.Parameter;
import org.apache.axis2.description.ParameterInclude;
import org.apache.axis2.util.Utils;

/** Hazelcast's configuration as the real agent makes it from the parameters of the clustering section. */
final class HazelcastSettings {

    private static final Log LOG = Log.of(HazelcastClusteringAgent.class.getName());
    private static final Log MEMBERS = Log.of(HazelcastSettings.class.getPackageName() + ".util.MemberUtils");

    private final ParameterInclude parameters;
    private final List<Member> members;
    private final Path conf;
    private MembershipScheme scheme = MembershipScheme.FILE;

    HazelcastSettings(ParameterInclude parameters, List<Member> members) {
        this.parameters = parameters;
        this.members = members;
        this.conf = Path.of(System.getProperty("carbon.config.dir.path"));
    }

    /** The name of the group: not trimmed. */
    String domain() {
        return text("domain").orElse("apache.axis2.domain");
    }

    MembershipScheme scheme() {
        return scheme;
    }

    /** The property subDomain of this member. */
    String subDomain() {
        Parameter properties = parameters.getParameter("properties");
        if (properties != null && properties.getValue() instanceof OMElement element) {
            for (Iterator<?> all = element.getChildrenWithLocalName("property"); all.hasNext(); ) {
                OMElement property = (OMElement) all.next();
                if ("subDomain".equals(property.getAttributeValue(new QName("name")))) {
                    return property.getAttributeValue(new QName("value"));
                }
            }
        }
        return "__$default";
    }

    /** A file of Hazelcast's own replaces everything; then a path in a system property; then the clustering section. */
    Config config() throws ClusteringFault {
        Path own = conf.resolve("etc/hazelcast.xml");
        Config config;
        if (Files.exists(own)) {
            LOG.info("Loading hazelcast configuration from default path: " + own);
            config = read(own.toString());
        } else if (System.getProperty("hazelcast.config") != null) {
            String path = System.getProperty("hazelcast.config");
            LOG.info("Loading hazelcast configuration from system property, path: " + path);
            config = read(path);
        } else {
            LOG.info("Loading hazelcast configuration from axis2 clustering configuration");
            config = ofParameters();
        }
        text("localMemberIdentifier").ifPresent(identifier -> {
            MemberAttributeConfig attributes = new MemberAttributeConfig();
            attributes.setStringAttribute("localMemberIdentifier", identifier);
            config.setMemberAttributeConfig(attributes);
        });
        if ("jdk".equals(config.getProperties().getProperty("hazelcast.logging.type", "jdk"))) {
            Log.keepHazelcastOutOfTheFile();
        }
        return config;
    }

    private static Config read(String path) throws ClusteringFault {
        try {
            return new XmlConfigBuilder(path).build();
        } catch (FileNotFoundException | RuntimeException e) {
            throw new ClusteringFault("Error while building config from " + path, e);
        }
    }

    private Config ofParameters() throws ClusteringFault {
        Config config = new Config();
        config.setProperties(properties());
        config.setInstanceName(domain() + ".instance");
        config.getGroupConfig().setName(domain());
        text("groupPassword").ifPresent(config.getGroupConfig()::setPassword);
        text("licenseKey").ifPresent(config::setLicenseKey);
        NetworkConfig network = config.getNetworkConfig();
        network.setPublicAddress(publicAddress());
        network.setPort(Integer.parseInt(text("localMemberPort").orElse("4000").trim()));
        join(network.getJoin());
        return config;
    }

    private String publicAddress() throws ClusteringFault {
        Optional<String> host = text("localMemberHost").map(String::trim);
        if (host.isEmpty()) {
            try {
                return Utils.getIpAddress();
            } catch (SocketException e) {
                throw new ClusteringFault("Could not set local member host", e);
            }
        }
        if (host.get().equals("127.0.0.1") || host.get().equals("localhost")) {
            LOG.warn("localMemberHost is configured to use the loopback address. "
                    + "Hazelcast Clustering needs ip addresses for localMemberHost and well-known members.");
        }
        return host.get();
    }

    private void join(JoinConfig join) throws ClusteringFault {
        String name = text("membershipScheme").map(String::trim).orElse("multicast");
        Optional<String> className = text("membershipSchemeClassName");
        if (className.isPresent()) {
            throw new ClusteringFault("Error while initializing membership scheme from class " + className.get()
                    + ": this miniature has none");
        }
        scheme = switch (name) {
            case "wka" -> MembershipScheme.WKA;
            case "multicast" -> MembershipScheme.MULTICAST;
            case "aws" -> MembershipScheme.AWS;
            default ->
                throw new ClusteringFault(
                        "Invalid membership scheme '" + name + "'. Supported schemes are multicast, wka & aws");
        };
        LOG.info("Using " + scheme.name().toLowerCase(Locale.ROOT) + " based membership management scheme");
        join.getMulticastConfig().setEnabled(scheme == MembershipScheme.MULTICAST);
        join.getTcpIpConfig().setEnabled(scheme == MembershipScheme.WKA);
        join.getAwsConfig().setEnabled(scheme == MembershipScheme.AWS);
        if (scheme == MembershipScheme.MULTICAST) {
            multicast(join.getMulticastConfig());
        }
        number("connTimeout", join.getTcpIpConfig()::setConnectionTimeoutSeconds);
        for (Member member : scheme == MembershipScheme.WKA ? members : List.<Member>of()) {
            join.getTcpIpConfig().addMember(member.getHostName() + ":" + member.getPort());
            MEMBERS.info("Added member: Host:" + member.getHostName() + ", Remote Host:null, Port: " + member.getPort()
                    + ", HTTP:-1, HTTPS:-1, Domain: null, Sub-domain:null, Active:true");
        }
    }

    private void multicast(MulticastConfig config) {
        text("mcastAddress").map(String::trim).ifPresent(config::setMulticastGroup);
        number("mcastPort", config::setMulticastPort);
        number("mcastTimeout", config::setMulticastTimeoutSeconds);
        number("mcastTTL", config::setMulticastTimeToLive);
    }

    /** The server's four defaults, and what hazelcast.properties says over them. */
    private Properties properties() throws ClusteringFault {
        Properties properties = new Properties();
        properties.setProperty("hazelcast.max.no.master.confirmation.seconds", "900");
        properties.setProperty("hazelcast.max.no.heartbeat.seconds", "600");
        properties.setProperty("hazelcast.merge.first.run.delay.seconds", "60");
        properties.setProperty("hazelcast.merge.next.run.delay.seconds", "30");
        Path file = conf.resolve("hazelcast.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new ClusteringFault("Error while reading " + file, e);
            }
        }
        return properties;
    }

    private Optional<String> text(String name) {
        Parameter parameter = parameters.getParameter(name);
        return parameter == null ? Optional.empty() : Optional.of(String.valueOf(parameter.getValue()));
    }

    private void number(String name, Consumer<Integer> setter) {
        text(name).map(String::trim).map(Integer::valueOf).ifPresent(setter);
    }
}

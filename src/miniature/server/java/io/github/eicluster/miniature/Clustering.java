package io.github.eicluster.miniature;

import java.io.StringReader;
import java.util.Optional;
import org.apache.axiom.om.OMElement;
import org.apache.axiom.om.OMXMLBuilderFactory;
import org.apache.axis2.clustering.ClusteringAgent;
import org.apache.axis2.clustering.ClusteringFault;
import org.apache.axis2.deployment.ClusterBuilder;
import org.apache.axis2.deployment.DeploymentException;
import org.apache.axis2.engine.AxisConfiguration;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The {@code <clustering>} element of axis2.xml, read by Axis2's own builder. */
final class Clustering {

    private static final Log LOG = Log.of("org.wso2.carbon.core.internal.StartupFinalizerServiceComponent");

    private Clustering() {}

    /** The agent that the element configures, if clustering is enabled. */
    static Optional<ClusteringAgent> read(Document axis2) throws StartFailure {
        Optional<Element> element = Xml.first(axis2, "/axisconfig/clustering");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        AxisConfiguration configuration = new AxisConfiguration();
        try {
            OMElement clustering = OMXMLBuilderFactory.createOMBuilder(new StringReader(Source.text(element.get())))
                    .getDocumentElement();
            new ClusterBuilder(configuration).buildCluster(clustering);
        } catch (DeploymentException | RuntimeException e) {
            Log.of("org.wso2.carbon.core.init.CarbonServerManager")
                    .error("Error while creating the Axis2 configuration", e);
            throw new StartFailure("axis2", e);
        }
        return Optional.ofNullable(configuration.getClusteringAgent());
    }

    /** Lets the node join. */
    static void enable(ClusteringAgent agent) throws StartFailure {
        try {
            agent.init();
        } catch (ClusteringFault | RuntimeException | LinkageError e) {
            LOG.error("Cannot initialize cluster", e);
            throw new StartFailure("cluster", e);
        }
    }
}

package org.wso2.carbon.core.clustering.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.Member;
import com.hazelcast.core.MemberAttributeEvent;
import com.hazelcast.core.MembershipEvent;
import com.hazelcast.core.MembershipListener;
import io.github.eicluster.miniature.Log;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.apache.axis2.clustering.ClusteringAgent;
import org.apache.axis2.clustering.ClusteringCommand;
import org.apache.axis2.clustering.ClusteringFault;
import org.apache.axis2.clustering.ClusteringMessage;
import org.apache.axis2.clustering.management.GroupManagementAgent;
import org.apache.axis2.clustering.management.NodeManager;
import org.apache.axis2.clustering.state.StateManager;
import org.apache.axis2.context.ConfigurationContext;
import org.apache.axis2.description.ParameterIncludeImpl;

/**
 * Stand-in for the agent of the real server, under the name that axis2.xml gives: starts Hazelcast from the clustering
 * section and says what the real one says. It sends nothing to the other members.
 */
public final class HazelcastClusteringAgent extends ParameterIncludeImpl implements ClusteringAgent {

    private static final long serialVersionUID = 1L;

    private static final Log LOG = Log.of(HazelcastClusteringAgent.class.getName());

    private transient List<org.apache.axis2.clustering.Member> members = List.of();
    private transient HazelcastInstance instance;
    private transient boolean coordinator;

    @Override
    public void init() throws ClusteringFault {
        HazelcastSettings settings = new HazelcastSettings(this, members);
        String domain = settings.domain();
        LOG.info("Cluster domain: " + domain);
        Config config = settings.config();
        long begin = System.nanoTime();
        LOG.info("Hazelcast cluster is initializing...");
        instance = Hazelcast.newHazelcastInstance(config);
        LOG.info("Hazelcast initialized in " + (System.nanoTime() - begin) / 1_000_000 + "ms");
        instance.getCluster().addMembershipListener(new Watch(settings.scheme()));
        Member local = instance.getCluster().getLocalMember();
        InetSocketAddress address = local.getSocketAddress();
        LOG.info("Local member: [" + local.getUuid() + "] - Host:"
                + address.getAddress().getHostAddress() + ", Remote Host:null, Port: " + address.getPort() + ", HTTP:"
                + System.getProperty("http.port", "-1") + ", HTTPS:" + System.getProperty("https.port", "-1")
                + ", Domain: " + domain + ", Sub-domain:" + settings.subDomain() + ", Active:true");
        electCoordinator();
        LOG.info("Cluster initialization completed");
    }

    /** The first of the members, which every member knows in the same order, is the oldest one. */
    private synchronized void electCoordinator() {
        Member oldest = instance.getCluster().getMembers().iterator().next();
        if (oldest.localMember() && !coordinator) {
            coordinator = true;
            LOG.info("Elected this member [" + oldest.getUuid() + "] as the Coordinator node");
        }
    }

    @Override
    public void shutdown() {
        if (instance != null) {
            instance.getLifecycleService().shutdown();
        }
    }

    @Override
    public void setMembers(List<org.apache.axis2.clustering.Member> wellKnown) {
        members = wellKnown;
    }

    @Override
    public List<org.apache.axis2.clustering.Member> getMembers() {
        return members;
    }

    @Override
    public void setConfigurationContext(ConfigurationContext context) {
        // Nothing is deployed from here.
    }

    @Override
    public StateManager getStateManager() {
        return null;
    }

    @Override
    public void setStateManager(StateManager manager) {
        // The server has none.
    }

    @Override
    public NodeManager getNodeManager() {
        return null;
    }

    @Override
    public void setNodeManager(NodeManager manager) {
        // The server has none.
    }

    @Override
    public void addGroupManagementAgent(GroupManagementAgent agent, String domain) {
        // Only for balancers of an older time.
    }

    @Override
    public GroupManagementAgent getGroupManagementAgent(String domain) {
        return null;
    }

    @Override
    public Set<String> getDomains() {
        return Set.of();
    }

    @Override
    public List<ClusteringCommand> sendMessage(ClusteringMessage message, boolean rpc) {
        return List.of();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public void finalize() {
        // Asked for by the interface.
    }

    /** Tells of members that come and go, in the name of the membership scheme. */
    private final class Watch implements MembershipListener {

        private final Log log;
        private final boolean wka;

        Watch(MembershipScheme scheme) {
            log = Log.of(scheme.className());
            wka = scheme == MembershipScheme.WKA;
        }

        @Override
        public void memberAdded(MembershipEvent event) {
            log.info("Member joined [" + event.getMember().getUuid() + "]: "
                    + event.getMember().getSocketAddress());
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            Member member = event.getMember();
            log.info("Member left [" + member.getUuid() + "]: " + member.getSocketAddress());
            InetSocketAddress address = member.getSocketAddress();
            boolean wellKnown = members.stream()
                    .anyMatch(known -> known.getPort() == address.getPort()
                            && known.getHostName().equals(address.getAddress().getHostAddress()));
            if (wka && wellKnown) {
                log.info("WKA member " + address + " left cluster.");
            }
            electCoordinator();
        }

        @Override
        public void memberAttributeChanged(MemberAttributeEvent event) {
            // No attribute changes.
        }
    }
}
